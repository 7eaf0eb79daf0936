package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server's build that would be green because it runs no goal that judges. */
class UnjudgedIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_build_that_binds_no_check_fails_where_it_is_required(Path maven) {
        MavenBuild build = MavenBuild.over(maven, "train-without-check");
        succeeds(build.run("ml:accept"));
        succeeds(build.run("verify"));

        build.withVariable("CI", "1");

        isRefused(
                build.run("verify"),
                "This module has a model (src/main/ml/model.yaml), and its build does not judge it: no phase runs the goal check"
                        + " for it. The environment says CI=1, so the build requires that (ml.required). Add"
                        + " <goal>check</goal> to the plugin's execution 'model', or call it beside the phase: mvn verify"
                        + " ml:check@model.");
        Result judged = build.run("verify", "ml:check");
        succeeds(judged);
        assertThat(judged.log()).contains("houses: PASS  rmse is ");
        succeeds(build.run("verify", "-Dml.required=false"));
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_second_model_that_no_check_is_bound_for_fails_too(Path maven) {
        MavenBuild build = MavenBuild.over(maven, "second-model-without-check");
        Result accepted = build.run("ml:accept");
        succeeds(accepted);
        assertThat(accepted.log())
                .contains(
                        "[WARNING] ml:accept is about src/main/ml/model.yaml alone. This module has other models:"
                                + " src/main/ml/small.yaml (mvn ml:accept -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small).");
        build.withVariable("CI", "1");

        isRefused(
                build.run("verify"),
                "This module has a model (src/main/ml/small.yaml), and no model is accepted: src/main/ml/small.lock.json does not"
                        + " exist. The environment says CI=1, so the build requires it (ml.required). Run mvn ml:accept"
                        + " -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small on your own machine, look at the metrics,"
                        + " and commit the file that it writes.");
        succeeds(build.run("ml:accept", "-Dml.spec=src/main/ml/small.yaml", "-Dml.classifier=small"));

        isRefused(
                build.run("verify"),
                "This module has a model (src/main/ml/small.yaml), and its build does not judge it: no phase runs the goal check"
                        + " for it. The environment says CI=1, so the build requires that (ml.required). Add"
                        + " <goal>check</goal> to the plugin's execution 'small', or call it beside the phase: mvn verify"
                        + " ml:check@small.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_lock_with_both_sides_of_a_merge_is_told_by_the_first_goal(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-with-conflict");
        build.write(
                "src/main/ml/model.lock.json", "{\n<<<<<<< ours\n  \"format\": \"2\"\n=======\n>>>>>>> theirs\n}\n");
        String said =
                "model.lock.json line 2: a merge left both sides of a conflict in the lock. Merge model.yaml and the data"
                        + " first, then run mvn ml:accept: it writes the lock of what they make now, and says how it differs"
                        + " from both sides.";

        Result trained = build.run("process-classes");
        succeeds(trained);
        assertThat(trained.log().lines().filter(line -> line.endsWith(said)).toList())
                .hasSize(1)
                .allMatch(line -> line.startsWith("[WARNING] houses: "));
        isRefused(build.run("verify"), said);
        isRefused(build.withVariable("CI", "1").run("process-resources"), said);
    }

    private static void succeeds(Result result) {
        assertThat(result.succeeded()).as(result.log()).isTrue();
    }

    private static void isRefused(Result result, String message) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log())
                .contains(message)
                .contains("MojoExecutionException")
                .doesNotContain("\tat ");
    }
}
