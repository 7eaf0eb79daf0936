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
                "This module has a model (src/main/ml/model.yaml), and its build does not judge it: no phase of mvn verify runs"
                        + " the goal check for it. The environment says CI=1, so the build requires that (ml.required). Add"
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
                        + " exist. The environment says CI=1, so the build requires it (ml.required). Restore it from version"
                        + " control if it was there. Otherwise run mvn ml:accept"
                        + " -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small on your own machine, look at the metrics,"
                        + " and commit the file that it writes.");
        succeeds(build.run("ml:accept", "-Dml.spec=src/main/ml/small.yaml", "-Dml.classifier=small"));

        isRefused(
                build.run("verify"),
                "This module has a model (src/main/ml/small.yaml), and its build does not judge it: no phase of mvn verify runs"
                        + " the goal check for it. The environment says CI=1, so the build requires that (ml.required). Add"
                        + " <goal>check</goal> to the plugin's execution 'small', or call it beside the phase: mvn verify"
                        + " ml:check@small.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_build_cannot_accept_its_own_model(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "accept-bound");
        build.edit(
                "pom.xml",
                "<executions>",
                "<executions><execution><id>a</id><phase>initialize</phase><goals><goal>accept</goal></goals></execution>");
        isRefused(
                build.run("verify"),
                "ml:accept is bound to a phase, by the execution 'a': a build that accepts its own model is held to nothing."
                        + " Take the goal out of the POM. A person calls it: mvn ml:accept");
        assertThat(build.file("src/main/ml/model.lock.json")).doesNotExist();

        MavenBuild called = MavenBuild.base(maven, "accept-beside").withVariable("CI", "1");
        Result both = called.run("ml:accept", "verify");
        succeeds(both);
        assertThat(both.log())
                .contains("[WARNING] houses: this build vouches for less than it should: ml:accept in the same build.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void the_bundle_is_of_the_model_that_was_judged_or_the_build_fails(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "packaged-before");
        build.edit("pom.xml", "<plugins>", """
                <plugins><plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version><executions>
                <execution><id>swap</id><phase>pre-integration-test</phase><goals><goal>copy-resources</goal></goals>
                <configuration><outputDirectory>${basedir}/${swapped}</outputDirectory><overwrite>true</overwrite>
                <resources><resource><directory>other</directory></resource></resources></configuration>
                </execution></executions></plugin>""");
        String data = build.text("data/houses.csv");
        build.write("other/houses.csv", data.replace("1,97.9,3,east,false,286.3", "1,97.9,3,east,false,280.3"));
        String said =
                "The bundle of 'houses' is not of the model that is judged: data, model.yaml or the bundle changed between"
                        + " ml:package and ml:check. Let nothing write them while Maven runs, and run the build again.";

        isRefused(build.run("verify", "-Dswapped=data"), said);
        succeeds(build.run("verify", "-Dswapped=data"));

        build.delete("other/houses.csv");
        build.write("other/houses-1.0-model.jar", "x");
        isRefused(build.run("verify", "-Dswapped=target"), said);
        isRefused(build.run("verify", "-Dswapped=target"), said);
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
