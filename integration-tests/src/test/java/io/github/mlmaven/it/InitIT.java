package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One command leads from a data file to a build that is gated and green. */
class InitIT {

    private static final String INIT =
            "io.github.mlmaven:ml-maven-plugin:" + System.getProperty("it.version") + ":init";
    private static final String SPEC = "src/main/ml/model.yaml";
    private static final String LOCK = "src/main/ml/model.lock.json";

    private static final String PROFILE = "src/main/ml/model.profile.json";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void an_empty_folder_with_data_becomes_a_project_that_is_green_where_ci_is(Path maven) throws IOException {
        MavenBuild build = MavenBuild.data(maven, "init-data");

        Result init = build.run(INIT, "-Dml.data=houses.csv");

        assertThat(init.succeeded()).as(init.log()).isTrue();
        assertThat(init.log())
                .contains("label 'price' (by its name), a regression (a number)")
                .contains("pom.xml is written")
                .doesNotContain("[WARNING]");
        assertThat(build.text("pom.xml")).contains("<artifactId>init-data</artifactId>");
        assertThat(build.file("target/ml-init")).doesNotExist();
        assertThat(build.text(LOCK)).contains("\"profile\": \"" + sha256(build.file(PROFILE)) + "\"");

        Result verified = build.withVariable("CI", "true").run("verify");
        assertThat(verified.succeeded()).as(verified.log()).isTrue();
        assertThat(verified.log())
                .contains("init-data: model is up to date")
                .contains("init-data: 4 of 4 gates pass.")
                .doesNotContain("[WARNING]");
        assertThat(build.file("target/init-data-1.0-SNAPSHOT-model.jar")).exists();

        Files.move(build.file("target"), build.file("first-target"));
        Result afresh = build.run("verify");
        assertThat(afresh.succeeded()).as(afresh.log()).isTrue();
        assertThat(afresh.log()).contains("trained random-forest on");

        String spec = build.text(SPEC);
        Result again = build.run("ml:init", "-Dml.data=houses.csv");
        assertThat(again.succeeded()).isFalse();
        assertThat(again.log()).contains("src/main/ml/model.yaml exists, and ml:init overwrites nothing.");
        assertThat(build.text(SPEC)).isEqualTo(spec);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_query_over_two_files_becomes_a_project_that_is_green_and_predicts_by_the_same_query(Path maven) {
        MavenBuild build = MavenBuild.data(maven, "init-query");
        build.write("districts.csv", "district,income\nnorth,41000\neast,28000\nsouth,36500.5\n");
        String query = "select h.*, d.income from houses h join districts d using (district)";

        Result wrong =
                build.run(INIT, "-Dml.files=houses=houses.csv,districts=districts.csv", "-Dml.query=" + query + "s");
        assertThat(wrong.succeeded()).isFalse();
        assertThat(wrong.log())
                .contains(
                        "ml.query cannot be evaluated: syntax error at or near \"s\", in line 1, column 69 of the query.");
        assertThat(build.file(SPEC)).doesNotExist();

        Result init = build.run(
                INIT,
                "-Dml.files=houses=" + build.file("houses.csv") + ",districts=districts.csv",
                "-Dml.query=" + query);
        assertThat(init.succeeded()).as(init.log()).isTrue();
        assertThat(init.log())
                .contains("read 300 rows with 5 columns of the query over districts.csv, houses.csv")
                .doesNotContain("[WARNING]");
        assertThat(build.text(SPEC))
                .contains("  files: {districts: districts.csv, houses: houses.csv}\n  query: |-\n    " + query + "\n");

        Result verified = build.withVariable("CI", "true").run("verify");
        assertThat(verified.succeeded()).as(verified.log()).isTrue();
        assertThat(verified.log()).contains("model is up to date").doesNotContain("[WARNING]");

        build.write("new.csv", "size,rooms,district\n70.5,2,north\n45,2,nowhere\n81,3,east\n");
        Result predicted =
                build.run("ml:predict", "-Dml.files=houses=new.csv,districts=districts.csv", "-Dml.output=out.csv");
        assertThat(predicted.succeeded()).as(predicted.log()).isTrue();
        assertThat(predicted.log()).contains("predicted 2 rows of the query over districts.csv, new.csv: out.csv");
        assertThat(build.text("out.csv")).matches("row,prediction\n0,[0-9.]+\n1,[0-9.]+\n");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void json_is_looked_at_by_its_own_types(Path maven) {
        MavenBuild build = MavenBuild.data(maven, "profile-json");
        build.write("d.jsonl", "{\"zip\": \"50667\", \"at\": {\"lat\": 50.9}}\n{\"zip\": null, \"n\": 1}\n");

        Result profile = build.run(INIT.replace(":init", ":profile"), "-Dml.data=d.jsonl");

        assertThat(profile.succeeded()).as(profile.log()).isTrue();
        assertThat(profile.log())
                .contains("d.jsonl has 2 rows and 3 columns.")
                .containsPattern("zip +category +50\\.0 %")
                .containsPattern("at\\.lat +number +50\\.0 %")
                .containsPattern("n +integer +50\\.0 %");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_project_keeps_its_pom_as_it_is_formatted_and_gets_the_goals(Path maven) {
        MavenBuild build = MavenBuild.alone(maven, "init-project").online();
        String before = build.text("pom.xml");

        Result init = build.run(INIT, "-Dml.data=houses.csv", "-Dml.label=rooms");

        assertThat(init.succeeded()).as(init.log()).isTrue();
        String after = build.text("pom.xml");
        int at = after.indexOf("\n      <plugin>\n        <groupId>io.github.mlmaven</groupId>");
        int end = after.indexOf("</plugin>", at) + "</plugin>".length();
        assertThat(after.substring(0, at) + after.substring(end)).isEqualTo(before);
        assertThat(build.text(SPEC)).contains("label: rooms");

        Result verified = build.withVariable("CI", "true").run("verify");
        assertThat(verified.succeeded()).as(verified.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_killed_init_leaves_nothing_beside_target(Path maven) throws Exception {
        MavenBuild build = MavenBuild.data(maven, "init-killed");
        build.write("data.csv", large());

        Process process = build.start(INIT, "-Dml.data=data.csv");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
        while (!build.log().contains("Training xgboost") && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(build.log()).contains("Training xgboost");
        process.destroyForcibly();
        process.waitFor();

        assertThat(build.file("src")).doesNotExist();
        assertThat(build.file("pom.xml")).doesNotExist();

        Result again = build.run(INIT, "-Dml.data=data.csv");
        assertThat(again.succeeded()).as(again.log()).isTrue();
        assertThat(build.file(LOCK)).exists();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void an_init_that_fails_writes_nothing(Path maven) throws IOException {
        MavenBuild build = MavenBuild.data(maven, "init-failing");

        Result init = build.run(INIT, "-Dml.data=houses.csv", "-Dml.label=prise");

        assertThat(init.succeeded()).isFalse();
        assertThat(init.log())
                .contains("The data has no column 'prise' to predict. Did you mean 'price'?")
                .contains("-Dml.label: size, rooms, district, price.");
        assertThat(build.file("src")).doesNotExist();
        assertThat(build.file("pom.xml")).doesNotExist();
        assertThat(build.file("target/ml-init")).doesNotExist();
        try (Stream<Path> files = Files.list(build.file("."))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("houses.csv", "target");
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_profile_needs_no_model(Path maven) {
        MavenBuild build = MavenBuild.data(maven, "init-profiled");

        Result profile = build.run(INIT.replace(":init", ":profile"), "-Dml.data=houses.csv");

        assertThat(profile.succeeded()).as(profile.log()).isTrue();
        assertThat(profile.log())
                .contains("houses.csv has 300 rows and 4 columns.")
                .contains("column    type      missing  distinct  filled      values");
        assertThat(build.file("target/ml/data.profile.json")).exists();
        assertThat(profile.log())
                .contains(
                        "Drawn for a browser it is in target/ml/data.html, and as data in target/ml/data.profile.json.");
        assertThat(build.text("target/ml/data.html")).contains("district");

        MavenBuild model = MavenBuild.base(maven, "profiled");
        Result ofModel = model.run("ml:profile");
        assertThat(ofModel.succeeded()).as(ofModel.log()).isTrue();
        assertThat(ofModel.log())
                .contains(
                        "Drawn for a browser it is in target/ml/houses/data.html, and as data in target/ml/houses/profile.json.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_file_from_another_country_becomes_a_green_project_too(Path maven) throws IOException {
        MavenBuild build = MavenBuild.data(maven, "init-foreign");
        Files.write(build.file("umsatz.csv"), german().getBytes(Charset.forName("windows-1252")));

        Result init = build.run(INIT, "-Dml.data=umsatz.csv");

        assertThat(init.succeeded()).as(init.log()).isTrue();
        assertThat(init.log())
                .contains("data.csv.delimiter: ';' makes 4 fields of each of the first lines")
                .contains("data.csv.encoding: line 2 is no UTF-8; look whether");
        assertThat(build.text(SPEC))
                .contains("    decimal: \",\" ")
                .contains("# 'flaeche' has numbers such as 30,5")
                .contains("look whether \"Köln\" is right")
                .contains("  where: preis is not null ")
                .contains("# 10 of 300 rows have no value of it, and are left out")
                .contains("  split: {test: 30%, by: time, column: tag}");
        Result verified = build.withVariable("CI", "true").run("verify");
        assertThat(verified.succeeded()).as(verified.log()).isTrue();
    }

    private static String german() {
        StringBuilder csv = new StringBuilder("tag;ort;flaeche;preis\n");
        for (int row = 0; row < 300; row++) {
            LocalDate day = LocalDate.of(2020, 3, 1).plusDays(row);
            csv.append(String.format(
                    Locale.ROOT,
                    "%02d.%02d.%d;%s;%d,5;%s%n",
                    day.getDayOfMonth(),
                    day.getMonthValue(),
                    day.getYear(),
                    row % 2 == 0 ? "Köln" : "Bonn",
                    30 + row % 70,
                    row % 30 == 7 ? "" : 100 + 3 * (row % 70) + row % 5 + ",25"));
        }
        return csv.toString();
    }

    private static String large() {
        StringBuilder csv = new StringBuilder("a,b,c,price\n");
        Random random = new Random(1);
        for (int row = 0; row < 60_000; row++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            csv.append(String.format(Locale.ROOT, "%.4f,%.4f,%d,%.3f%n", a, b, row % 9, a + b * b + row % 9));
        }
        return csv.toString();
    }
}
