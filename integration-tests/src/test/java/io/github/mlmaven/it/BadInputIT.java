package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with the input is one clear error, and nothing is lost. */
class BadInputIT {

    private static final String SPEC = "src/main/ml/model.yaml";
    private static final String DATA = "data/houses.csv";
    private static final String HEADER = "house,size,rooms,district,garden,price\n";

    /** Faults in the data: the build fails with one finding. */
    static Stream<Arguments> findings() {
        return faults(
                new Fault(
                        "data-file-is-empty", build -> build.write(DATA, ""), "data-empty", List.of("data/houses.csv")),
                new Fault(
                        "header-without-rows",
                        build -> build.write(DATA, HEADER),
                        "data-no-rows",
                        List.of("data/houses.csv has a header and no rows.")),
                new Fault(
                        "column-missing",
                        build -> build.edit(
                                SPEC,
                                "  garden: {type: boolean}",
                                "  garden: {type: boolean}\n  pool: {type: boolean}"),
                        "column-missing",
                        List.of(
                                "data/houses.csv has no column 'pool', which the schema declares (model.yaml line 12).")),
                new Fault(
                        "column-unknown",
                        build -> build.edit(SPEC, "  garden: {type: boolean}\n", ""),
                        "column-unknown",
                        List.of("data/houses.csv has a column 'garden' that the schema lacks.")),
                new Fault(
                        "type-clash",
                        build -> add(build, "301,wide,4,north,false,300\n"),
                        "type-mismatch",
                        List.of("data/houses.csv", "302", "wide", "model.yaml line 8")),
                new Fault(
                        "label-with-one-class",
                        BadInputIT::sellEverything,
                        "label-single-class",
                        List.of("sold", "yes")),
                new Fault(
                        "label-missing",
                        build -> add(build, "301,100,4,north,false,\n"),
                        "label-missing",
                        List.of("price", "302")));
    }

    /** Faults that keep a goal from its work: the build says one sentence. */
    static Stream<Arguments> refusals() {
        return faults(
                refusal(
                        "data-file-is-missing",
                        build -> build.delete(DATA),
                        "data.source 'data/houses.csv' does not exist: looked for ",
                        "/data/houses.csv. Put the file there, or correct the path; it is relative to the project's"
                                + " folder."),
                refusal(
                        "gate-metric-of-another-task",
                        build -> build.edit(SPEC, "{metric: rmse, max: 60}", "{metric: accuracy, min: 0.5}"),
                        "model.yaml line 19, column 6: the metric accuracy is of the task classification, this model's"
                                + " task is regression."),
                refusal(
                        "yaml-with-a-tab",
                        build -> build.edit(SPEC, "  label: price", "\tlabel: price"),
                        "model.yaml line 4, column 1: the line is indented with a tab."),
                refusal(
                        "yaml-duplicate-key",
                        build -> build.edit(
                                SPEC,
                                "  garden: {type: boolean}",
                                "  garden: {type: boolean}\n  rooms: {type: number}"),
                        "model.yaml line 12, column 3: the key 'rooms' is here a second time; the first is on line 9."),
                refusal(
                        "yaml-misspelt-key",
                        build -> build.edit(SPEC, "evaluate:", "evalute:"),
                        "model.yaml line 16, column 1: unknown key 'evalute'. Did you mean 'evaluate'?"),
                refusal(
                        "lock-of-a-newer-format",
                        build -> build.write("src/main/ml/model.lock.json", "{\n  \"format\": \"77\"\n}\n"),
                        "model.lock.json: the lock's format is 77, this version of the plugin reads format "),
                refusal(
                        "target-is-a-file",
                        build -> build.write("target", "a file in the place of the folder"),
                        "/target is no folder. Remove what lies there, or give it another name: a folder belongs there."));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("findings")
    void a_fault_in_the_data_is_a_finding(Fault fault, Path maven, String home) {
        MavenBuild build = fault.in(maven);

        Result result = build.run("verify");

        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(build.file("target/ml/houses/validation.json"))
                .content()
                .contains("\"code\": \"" + fault.code + "\"");
        assertThat(result.log())
                .contains("[" + fault.code + "]", "MojoFailureException")
                .contains(fault.said);
        assertThat(build.file("target/ml/houses/training.json")).doesNotExist();
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.data.xml"))
                .content()
                .contains("<failure ", "[" + fault.code + "]");
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("refusals")
    void a_fault_that_keeps_a_goal_from_its_work_is_one_sentence(Fault fault, Path maven, String home) {
        isRefused(fault.in(maven).run("verify"), fault.said);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_spec_that_is_named_and_not_there_is_an_error(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "spec-is-missing");

        isRefused(
                build.run("verify", "-Dml.spec=other.yaml"),
                List.of(build.file("other.yaml").toString()));
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void bad_data_after_a_good_build_leaves_the_last_good_model(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "last-good-model");
        String good = build.text(DATA);
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        String training = build.text("target/ml/houses/training.json");

        add(build, "301,wide,4,north,false,300\n");
        assertThat(build.run("verify").succeeded()).isFalse();
        assertThat(build.text("target/ml/houses/training.json")).isEqualTo(training);

        build.write(DATA, good);
        Result again = build.run("verify");
        assertThat(again.succeeded()).as(again.log()).isTrue();
        assertThat(build.text("target/ml/houses/training.json")).isEqualTo(training);
    }

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    private static Stream<Arguments> faults(Fault... faults) {
        return mavens().flatMap(maven -> Arrays.stream(faults)
                .map(fault -> Arguments.of(fault, maven, maven.getFileName().toString())));
    }

    private static Fault refusal(String behaviour, Consumer<MavenBuild> made, String... said) {
        return new Fault(behaviour, made, "", List.of(said));
    }

    private static void add(MavenBuild build, String rows) {
        build.write(DATA, build.text(DATA) + rows);
    }

    private static void sellEverything(MavenBuild build) {
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
    }

    /** The goal cannot do its work: one error with the sentence, and no stack trace. */
    private static void isRefused(Result result, List<String> said) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log()).contains(said).contains("MojoExecutionException");
        assertThat(result.log()).doesNotContain("\tat ", "found character");
        assertThat(result.log().lines().filter(line -> line.startsWith("[ERROR] Failed to execute goal")))
                .hasSize(1);
    }

    /**
     * A fault that is put into the base project.
     *
     * @param code of the finding that it is; empty where it is none
     * @param said what the build says of it
     */
    private record Fault(String behaviour, Consumer<MavenBuild> made, String code, List<String> said) {

        MavenBuild in(Path maven) {
            MavenBuild build = MavenBuild.base(maven, behaviour);
            made.accept(build);
            return build;
        }

        @Override
        public String toString() {
            return behaviour;
        }
    }
}
