package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that behaves as its model.yaml says with most rows, and not with all. */
class BehaviourIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_test_of_behaviour_that_a_row_breaks_fails_the_build_until_somebody_answers_for_it(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "behaves-otherwise");
        build.edit("src/main/ml/model.yaml", "gates:\n", """
                behaviour:
                  - {increasing: size, by: 10%, at-least: 50%}
                  - {name: district does not matter, invariant: district}
                gates:
                """);

        Result broken = build.run("verify");
        assertThat(broken.succeeded()).as(broken.log()).isFalse();
        assertThat(broken.log())
                .contains("PASS  Where 'size' grows by 10% the prediction never falls: true of ")
                .containsPattern(
                        "FAIL {2}With another 'district' the prediction stays: true of \\d+ of \\d+ test rows, and not"
                                + " of all \\(model.yaml line 20\\)\\. Not of data/houses.csv line \\d+, where 'district' from \\w+ to"
                                + " \\w+ takes the prediction from [0-9.]+ to [0-9.]+");
        assertThat(build.text("target/ml/houses/behaviour.json")).contains("\"file\": \"data/houses.csv\"");
        assertThat(build.text("target/surefire-reports/TEST-ml.houses.xml"))
                .contains("<testcase name=\"behaviour district does not matter\"");
        assertThat(build.text("target/ml/houses/gates.sarif"))
                .contains("\"gate\": \"behaviour.district does not matter\"");

        Result waived = build.run(
                "ml:accept",
                "-Dml.accept.reason=see issue 12",
                "-Dml.accept.until=2999-12-31",
                "-Dml.accept.owner=anna");
        assertThat(waived.succeeded()).as(waived.log()).isTrue();
        assertThat(build.text("src/main/ml/model.lock.json"))
                .contains(
                        "\"behaviour.district does not matter\": \"100%, min-rows 30: {invariant: district}\"",
                        "\"behaviour.increasing[size]\": \"50%, min-rows 30: {increasing: size, by: 10%}\"",
                        "\"accepted.waiver.behaviour.district does not matter 1\": \"")
                .contains("until 2999-12-31, anna: see issue 12");
    }
}
