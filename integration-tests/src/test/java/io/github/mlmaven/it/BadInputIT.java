package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with the input is one clear error, and nothing is lost. */
class BadInputIT {

    private static final String SPEC = "src/main/ml/model.yaml";
    private static final String DATA = "data/houses.csv";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_missing_data_file_is_named_with_its_place(Path maven) throws IOException {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "data-file-is-missing");
        Files.delete(build.file(DATA));

        isRefused(
                build.run("verify"),
                "data.source 'data/houses.csv' does not exist: looked for " + build.file(DATA)
                        + ". Put the file there, or correct the path; it is relative to the project's folder.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void an_empty_data_file_is_a_finding(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "data-file-is-empty");
        build.write(DATA, "");

        fails(build, "data-empty", "data/houses.csv");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_header_without_rows_is_a_finding(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "header-without-rows");
        build.write(DATA, "house,size,rooms,district,garden,price\n");

        fails(build, "data-no-rows", "data/houses.csv has a header and no rows.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_column_that_the_data_lacks_is_a_finding(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "column-missing");
        build.edit(SPEC, "  garden: {type: boolean}", "  garden: {type: boolean}\n  pool: {type: boolean}");

        fails(
                build,
                "column-missing",
                "data/houses.csv has no column 'pool', which the schema declares (model.yaml line 12).");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_column_that_the_schema_lacks_is_a_finding(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "column-unknown");
        build.edit(SPEC, "  garden: {type: boolean}\n", "");

        fails(build, "column-unknown", "data/houses.csv has a column 'garden' that the schema lacks.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_type_clash_is_a_finding_with_its_line(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "type-clash");
        build.write(DATA, build.text(DATA) + "301,wide,4,north,false,300\n");

        fails(build, "type-mismatch", "data/houses.csv", "302", "wide", "model.yaml line 8");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_label_with_one_class_is_a_finding(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "label-with-one-class");
        build.edit(SPEC, "task: regression", "task: classification");
        build.edit(SPEC, "label: price", "label: sold");
        build.edit(
                SPEC,
                "  price: {type: number, min: 1, required: true, when: training}",
                "  sold: {type: category, required: true, when: training}");
        build.edit(SPEC, "{metric: rmse, max: 60}", "{metric: accuracy, min: 0.5}");
        build.edit(SPEC, "  - {metric: mae, baseline: {max-increase: 2%}}\n", "");
        build.edit(SPEC, "  - {metric: rmse, slice: district, max: 90}\n", "");
        StringBuilder rows = new StringBuilder("house,size,rooms,district,garden,sold\n");
        for (int i = 1; i < 50; i++) {
            rows.append(i).append(",100,4,north,false,yes\n");
        }
        build.write(DATA, rows.toString());

        fails(build, "label-single-class", "sold", "yes");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_missing_label_is_a_finding(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "label-missing");
        build.write(DATA, build.text(DATA) + "301,100,4,north,false,\n");

        fails(build, "label-missing", "price", "302");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_gate_on_a_metric_of_another_task_is_an_error_with_its_line(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "gate-metric-of-another-task");
        build.edit(SPEC, "{metric: rmse, max: 60}", "{metric: accuracy, min: 0.5}");

        isRefused(
                build.run("verify"),
                "model.yaml line 19, column 6: the metric accuracy is of the task classification, this model's task is"
                        + " regression.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_tab_is_an_error_with_its_line(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "yaml-with-a-tab");
        build.edit(SPEC, "  label: price", "\tlabel: price");

        Result result = build.run("verify");

        isRefused(result, "model.yaml line 4, column 1: the line is indented with a tab.");
        assertThat(result.log()).doesNotContain("found character");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_duplicate_key_is_an_error_with_both_lines(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "yaml-duplicate-key");
        build.edit(SPEC, "  garden: {type: boolean}", "  garden: {type: boolean}\n  rooms: {type: number}");

        isRefused(
                build.run("verify"),
                "model.yaml line 12, column 3: the key 'rooms' is here a second time; the first is on line 9.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_misspelt_key_is_an_error_with_the_nearest(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "yaml-misspelt-key");
        build.edit(SPEC, "evaluate:", "evalute:");

        isRefused(
                build.run("verify"),
                "model.yaml line 16, column 1: unknown key 'evalute'. Did you mean 'evaluate'? Allowed here: name, task,");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_lock_of_a_newer_format_is_an_error(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "lock-of-a-newer-format");
        build.write("src/main/ml/model.lock.json", "{\n  \"format\": \"7\"\n}\n");

        isRefused(
                build.run("verify"),
                "model.lock.json: the lock's format is 7, this version of the plugin reads format 1.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_target_that_cannot_be_written_is_an_error(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "target-is-a-file");
        build.write("target", "a file in the place of the folder");

        isRefused(build.run("verify"), "could not be written", "Make the folder writable, or free space on its disk.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_spec_that_is_named_and_not_there_is_an_error(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "spec-is-missing");

        isRefused(
                build.run("verify", "-Dml.spec=other.yaml"),
                build.file("other.yaml").toString());
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void bad_data_after_a_good_build_leaves_the_last_good_model(Path maven) {
        MavenBuild build = MavenBuild.of(maven, "bad-input", "last-good-model");
        String good = build.text(DATA);
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        String training = build.text("target/ml/houses/training.json");

        build.write(DATA, good + "301,wide,4,north,false,300\n");
        assertThat(build.run("verify").succeeded()).isFalse();
        assertThat(build.text("target/ml/houses/training.json")).isEqualTo(training);

        build.write(DATA, good);
        Result again = build.run("verify");
        assertThat(again.succeeded()).as(again.log()).isTrue();
        assertThat(build.text("target/ml/houses/training.json")).isEqualTo(training);
    }

    /** The data is not good enough: the build fails, and validation.json holds the finding. */
    private static void fails(MavenBuild build, String code, String... parts) {
        Result result = build.run("verify");
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(build.file("target/ml/houses/validation.json")).content().contains("\"code\": \"" + code + "\"");
        assertThat(result.log()).contains("[" + code + "]").contains(parts).contains("MojoFailureException");
        assertThat(build.file("target/ml/houses/training.json")).doesNotExist();
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.data.xml"))
                .content()
                .contains("<failure ", "[" + code + "]");
    }

    /** The goal cannot do its work: one error with the sentence, and no stack trace. */
    private static void isRefused(Result result, String... parts) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log()).contains(parts).contains("MojoExecutionException");
        assertThat(result.log()).doesNotContain("\tat ");
    }
}
