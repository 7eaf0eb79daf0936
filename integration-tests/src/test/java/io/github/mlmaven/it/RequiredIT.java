package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build is not green because something that should be judged is not there, or because it was told to look away. */
class RequiredIT {

    private static final String SPEC = "src/main/ml/model.yaml";
    private static final String LOCK = "src/main/ml/model.lock.json";
    private static final String GATES = "target/surefire-reports/TEST-ml.houses.xml";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void where_the_environment_says_ci_a_lock_that_is_gone_fails_the_build(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "lock-gone").withVariable("CI", "True");

        for (String goal : List.of("verify", "ml:train", "ml:image", "ml:push")) {
            isRefused(
                    build.run(goal),
                    "This module has a model (src/main/ml/model.yaml), and no model is accepted: src/main/ml/model.lock.json"
                            + " does not exist. The environment says CI=True, so the build requires it (ml.required). Restore it from"
                            + " version control if it was there. Otherwise run mvn ml:accept on your own machine, look at the metrics, and commit the file that it writes.");
        }
        assertThat(build.file("target/ml")).doesNotExist();

        Result accepted = build.run("ml:accept");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        Result verified = build.run("verify");
        assertThat(verified.succeeded()).as(verified.log()).isTrue();
        assertThat(verified.log()).doesNotContain("[WARNING]");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_model_yaml_that_is_gone_while_a_lock_lies_there_is_never_silent(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "model-yaml-gone");
        build.write(LOCK, "{\n  \"format\": \"1\"\n}\n");
        Files.move(build.file(SPEC), build.file("src/main/ml/model.yml"));

        Result here = build.run("verify");
        assertThat(here.succeeded()).as(here.log()).isTrue();
        assertThat(warnings(here))
                .containsExactly(
                        "[WARNING] src/main/ml/model.yaml does not exist, but this module has a model: src/main/ml/model.lock.json"
                                + " is there. Nothing is trained or judged. Bring the file back, or delete the lock if the"
                                + " module has no model any more.");

        isRefused(
                build.withVariable("CI", "1").run("verify"),
                "src/main/ml/model.yaml does not exist, but this module has a model: src/main/ml/model.lock.json is there. The"
                        + " environment says CI=1, so the build requires it (ml.required). Bring the file back, or delete the"
                        + " lock if the module has no model any more.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void the_poms_own_word_is_enough_and_a_shared_parents_is_not(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "own-word").withVariable("CI", "yes");
        Files.delete(build.file(SPEC));
        isRefused(
                build.run("verify"),
                "src/main/ml/model.yaml does not exist, but this module has a model: its POM names ml-maven-plugin. The"
                        + " environment says CI=yes, so the build requires it (ml.required). Create the file, or take the plugin"
                        + " out of the module's POM if it has no model.");

        build.edit(
                "pom.xml",
                "<packaging>pom</packaging>",
                "<packaging>pom</packaging><modules><module>plain</module></modules>");
        build.write("plain/pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>com.example</groupId><artifactId>houses</artifactId><version>1.0</version></parent>
                  <artifactId>plain</artifactId>
                  <packaging>pom</packaging>
                </project>
                """);
        Result plain = build.run("verify");
        assertThat(plain.succeeded()).as(plain.log()).isTrue();
        assertThat(warnings(plain)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_model_without_gates_is_refused_where_it_is_required(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "no-gates");
        build.write(LOCK, "{\n  \"format\": \"1\"\n}\n");
        String text = build.text(SPEC);
        build.write(SPEC, text.substring(0, text.indexOf("gates:")) + "gates: []\n");

        isRefused(
                build.run("ml:train", "-Dml.required"),
                "model.yaml has no gates, so nothing says how good the model must be. The build requires them (ml.required). Add"
                        + " some, such as 'gates: [{metric: ..., max: ...}]'.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void what_weakens_a_build_is_one_warning_and_a_mark_in_its_results(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "weakened").withVariable("CI", "true");

        Result result = build.run("verify", "-Dml.required=false", "-Dml.locked=false", "-Dml.lock=other.json");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        String warning =
                "[WARNING] houses: this build vouches for less than it should: -Dml.lock=other.json, -Dml.locked=false,"
                        + " -Dml.required=false.";
        assertThat(warnings(result)).filteredOn(warning::equals).hasSize(1);
        assertThat(build.text(GATES))
                .contains(
                        "<property name=\"weakened\" value=\"-Dml.lock=other.json, -Dml.locked=false, -Dml.required=false\"/>");
        assertThat(build.text("target/ml/houses/verdict.json").replaceAll("\\s+", " "))
                .contains("\"weakened\": [ \"-Dml.lock=other.json\", \"-Dml.locked=false\", \"-Dml.required=false\" ]");
        Result again = build.run("verify", "-Dml.required=false", "-Dml.locked=false", "-Dml.lock=other.json");
        assertThat(warnings(again))
                .as("nothing changed")
                .filteredOn(warning::equals)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void another_model_that_no_pom_names_is_a_mark_wherever_it_was_named(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "easier-model");
        build.write("easier/easy.yaml", build.text(SPEC).replace("rounds: 20", "rounds: 19"));
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        Result accepted = build.run("ml:accept", "-Dml.spec=easier/easy.yaml");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(warnings(accepted))
                .as("whoever calls a goal says for which model")
                .noneMatch(line -> line.contains("vouches"));
        String warning = "[WARNING] houses: this build vouches for less than it should: -Dml.spec=easier/easy.yaml.";

        Result named = build.run("verify", "-Dml.spec=easier/easy.yaml");
        assertThat(named.succeeded()).as(named.log()).isTrue();
        assertThat(warnings(named)).filteredOn(warning::equals).hasSize(1);
        assertThat(build.text(GATES)).contains("<property name=\"weakened\" value=\"-Dml.spec=easier/easy.yaml\"/>");

        build.withSetting("ml.spec", "easier/easy.yaml");
        assertThat(warnings(build.run("verify"))).filteredOn(warning::equals).hasSize(1);

        Files.copy(build.file("easier/easy.lock.json"), build.file("easier/other.json"));
        build.withSetting("ml.lock", "easier/other.json");
        Result held = build.run("verify", "-Dml.locked");
        assertThat(held.succeeded()).isFalse();
        assertThat(held.log()).contains("'houses' is not what other.json accepted:");
        assertThat(warnings(build.run("verify", "-Dml.locked=false")))
                .contains("[WARNING] houses: this build vouches for less than it should: -Dml.lock=easier/other.json,"
                        + " -Dml.locked=false.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_model_beside_that_the_command_line_puts_another_in_the_place_of_is_not_forgotten(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "model-beside");
        build.write("src/main/ml/easy.yaml", build.text(SPEC).replace("rounds: 20", "rounds: 19"));
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        Result accepted = build.run("ml:accept", "-Dml.spec=src/main/ml/easy.yaml");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();

        isRefused(
                build.withVariable("CI", "true").run("verify", "-Dml.spec=src/main/ml/easy.yaml"),
                "This module has a model (src/main/ml/model.yaml), and its build does not judge it: no phase of mvn verify runs the goal"
                        + " check for it.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_check_that_is_skipped_leaves_no_green_report_and_no_verdict(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "check-skipped");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();

        Result result = build.run("verify", "-Dml.check.skip");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        assertThat(warnings(result))
                .contains(
                        "[WARNING] houses: ml:check is skipped (-Dml.check.skip): this build goes without it, unless a goal"
                                + " that is not skipped needs what it makes.");
        assertThat(build.file("target/ml/houses/verdict.json")).doesNotExist();
        assertThat(build.text(GATES))
                .contains("tests=\"1\"", "skipped=\"1\"", "<skipped message=\"ml:check is skipped (-Dml.check.skip)")
                .contains("<property name=\"weakened\" value=\"-Dml.check.skip\"/>");

        Result untrained = build.run("clean", "verify", "-Dml.train.skip");
        assertThat(untrained.log())
                .contains(
                        "houses: ml:train is skipped (-Dml.train.skip): this build goes without it, unless a goal that is not"
                                + " skipped needs what it makes.",
                        "houses: Training xgboost on ");

        Result all = build.run("verify", "-Dml.skip");
        assertThat(warnings(all)).hasSize(5);
        assertThat(build.text("target/surefire-reports/TEST-ml.houses.data.xml"))
                .contains("skipped=\"1\"", "(-Dml.skip)");

        Result judged = build.run("verify");
        assertThat(judged.succeeded()).as(judged.log()).isTrue();
        assertThat(build.text(GATES)).contains("skipped=\"1\"").doesNotContain("weakened");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_check_that_the_pom_skips_fails_where_it_is_required_and_is_a_mark_elsewhere(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "check-skipped-by-pom");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        build.edit(
                "pom.xml",
                "<goal>check</goal>",
                "</goals></execution><execution><id>judge</id><configuration><skip>true</skip></configuration><goals><goal>check</goal></goals>"
                        + "</execution><execution><id>bundle</id><goals>");

        Result here = build.run("verify");
        assertThat(here.succeeded()).as(here.log()).isTrue();
        assertThat(warnings(here))
                .contains(
                        "[WARNING] houses: this build vouches for less than it should: <skip> of ml:check.",
                        "[WARNING] houses: ml:check is skipped (<skip> of ml:check): this build goes without it, unless a goal"
                                + " that is not skipped needs what it makes.");
        isRefused(
                build.withVariable("CI", "1").run("verify"),
                "This module has a model (src/main/ml/model.yaml), and its POM skips the goal that judges it (<skip> of ml:check). The"
                        + " environment says CI=1, so the build requires that (ml.required).");
        Result onPurpose = build.run("verify", "-Dml.required=false");
        assertThat(onPurpose.succeeded()).as(onPurpose.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void what_a_pom_says_is_not_named_as_if_the_command_line_had_and_what_the_jvm_says_is_seen(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "said-where").withVariable("CI", "true");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        build.edit("pom.xml", "<id>model</id>", "<id>model</id><configuration><locked>false</locked></configuration>");
        build.write("easier/easy.yaml", build.text(SPEC).replace("rounds: 20", "rounds: 19"));

        assertThat(warnings(build.run("verify")))
                .contains("[WARNING] houses: this build vouches for less than it should: <locked> of the POM.");

        build.write(".mvn/jvm.config", "-Dml.spec=easier/easy.yaml\n");
        assertThat(warnings(build.run("verify", "-Dml.required=false")))
                .contains(
                        "[WARNING] houses: this build vouches for less than it should: -Dml.required=false,"
                                + " -Dml.spec=easier/easy.yaml of Maven's JVM (.mvn/jvm.config, MAVEN_OPTS), <locked> of the POM.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_lock_that_is_written_while_maven_runs_is_a_mark(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "lock-written-meanwhile").withVariable("CI", "true");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        assertThat(warnings(build.run("verify"))).isEmpty();

        // As something that runs beside the goals would leave it.
        Files.setLastModifiedTime(build.file(LOCK), FileTime.from(Instant.now().plusSeconds(3_600)));

        assertThat(warnings(build.run("verify")))
                .containsExactly(
                        "[WARNING] houses: this build vouches for less than it should: the lock changed while Maven ran.");
        assertThat(build.text(GATES))
                .contains("<property name=\"weakened\" value=\"the lock changed while Maven ran\"/>");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_goal_called_by_hand_where_no_model_is_says_so_and_fails(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "by-hand");
        Files.delete(build.file(SPEC));

        for (String goal : List.of("check", "accept", "serve", "push")) {
            isRefused(
                    build.run("ml:" + goal),
                    "This module has no model: src/main/ml/model.yaml does not exist. Call ml:" + goal
                            + " in the folder of a module that has one, or have one drafted: mvn ml:init -Dml.data=FILE");
        }

        Files.delete(build.file("pom.xml"));
        Result outside = build.run("io.github.mlmaven:ml-maven-plugin:" + System.getProperty("it.version") + ":check");
        assertThat(outside.succeeded()).isFalse();
        assertThat(outside.log()).contains("requires a project to execute but there is no POM in this directory");
    }

    private static List<String> warnings(Result result) {
        return result.log().lines().filter(line -> line.startsWith("[WARNING]")).toList();
    }

    private static void isRefused(Result result, String message) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log())
                .contains(message)
                .contains("MojoExecutionException")
                .doesNotContain("\tat ");
    }
}
