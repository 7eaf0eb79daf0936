package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two models in one module. */
class SeveralModelsIT {

    private static final String GOALS = "<goals><goal>validate</goal><goal>train</goal><goal>evaluate</goal>"
            + "<goal>check</goal><goal>package</goal></goals>";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void each_has_its_lock_its_gates_and_its_bundle(Path maven) {
        MavenBuild build = twoModels(maven, "two-models", "small", "small");

        assertThat(build.run("ml:accept@model", "ml:accept@small").succeeded())
                .as(build.log())
                .isTrue();
        assertThat(build.file("src/main/ml/model.lock.json")).exists();
        assertThat(build.text("src/main/ml/small.lock.json")).contains("\"train.parameter.rounds\": \"9\"");

        Result installed = build.withVariable("CI", "1").run("install");

        assertThat(installed.succeeded()).as(installed.log()).isTrue();
        assertThat(installed.log())
                .contains(
                        "houses: PASS  rmse is ",
                        "small: PASS  rmse is ",
                        "houses: district = north",
                        "small: district = north")
                .doesNotContain("[WARNING]");
        Path repository = Path.of(System.getProperty("it.repo"), "com/example/houses/1.0");
        assertThat(repository.resolve("houses-1.0-model.jar"))
                .hasSameBinaryContentAs(build.file("target/houses-1.0-model.jar"));
        assertThat(repository.resolve("houses-1.0-small.jar"))
                .hasSameBinaryContentAs(build.file("target/houses-1.0-small.jar"));
        assertThat(build.text("target/ml/houses/bundle.json")).isNotEqualTo(build.text("target/ml/small/bundle.json"));
        for (String report : new String[] {"TEST-ml.houses.xml", "TEST-ml.small.xml"}) {
            assertThat(build.text("target/surefire-reports/" + report)).contains("failures=\"0\"");
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void two_that_share_a_classifier_a_name_or_a_lock_are_an_error_that_says_what_to_set(Path maven) {
        MavenBuild build = twoModels(maven, "shared-names", "small", "model");
        isRefused(
                build.run("verify"),
                "src/main/ml/model.yaml and src/main/ml/small.yaml are two models of this module with one classifier, 'model':"
                        + " one bundle would replace the other. Set <classifier> in one of the plugin's executions.");

        build.edit("pom.xml", "<classifier>model</classifier>", "<classifier>small</classifier>");
        build.edit("src/main/ml/small.yaml", "name: small\n", "");
        isRefused(
                build.run("verify"),
                "src/main/ml/model.yaml and src/main/ml/small.yaml are two models of this module with one name, 'houses': one"
                        + " result would replace the other. Set 'name' in one of the two files.");

        build.edit("src/main/ml/small.yaml", "task: regression", "name: small\ntask: regression");
        isRefused(
                build.run("verify", "-Dml.lock=src/main/ml/model.lock.json"),
                "src/main/ml/model.yaml and src/main/ml/small.yaml are two models of this module with one lock,"
                        + " src/main/ml/model.lock.json: one acceptance would replace the other. Leave 'lock' out of the plugin's"
                        + " configuration (ml.lock): each model has its own beside it.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void the_command_that_a_message_advises_is_for_its_model_also_where_the_pom_names_one_for_all(Path maven) {
        MavenBuild build = twoModels(maven, "one-for-all", "small", "small");
        build.edit("pom.xml", "<executions>", """
                <configuration><spec>src/main/ml/model.yaml</spec></configuration><executions>""");

        isRefused(build.withVariable("CI", "1").run("verify"), "run mvn ml:accept@model on your own machine");
        assertThat(build.run("ml:accept@model").succeeded()).as(build.log()).isTrue();
        isRefused(build.run("verify"), "run mvn ml:accept@small on your own machine");
        assertThat(build.run("ml:accept@small").succeeded()).as(build.log()).isTrue();
        assertThat(build.text("src/main/ml/small.lock.json")).contains("\"train.parameter.rounds\": \"9\"");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_goal_called_without_an_execution_names_those_that_the_pom_has(Path maven) throws IOException {
        MavenBuild build = twoModels(maven, "no-default-model", "small", "small");
        Files.move(build.file("src/main/ml/model.yaml"), build.file("src/main/ml/large.yaml"));
        build.edit(
                "pom.xml",
                "<id>model</id>",
                "<id>large</id><configuration><spec>src/main/ml/large.yaml</spec></configuration>");

        for (String goal : List.of("check", "accept")) {
            String said = "ml:" + goal
                    + ", called without an execution, is about src/main/ml/model.yaml, which does not exist. The module's"
                    + " POM names its models in executions of the plugin: call ml:" + goal + " for one, by mvn ml:"
                    + goal
                    + "@large or mvn ml:" + goal + "@small.";
            isRefused(build.run("ml:" + goal), said);
            isRefused(build.run("ml:" + goal, "-Dml.required"), said);
        }
        isRefused(
                build.run("ml:accept", "-Dml.spec=src/main/ml/small.yaml", "-Dml.classifier=smal"),
                "The POM gives the model of src/main/ml/small.yaml the classifier 'small', and ml:accept was called with"
                        + " 'smal'. Call it with the POM's: mvn ml:accept -Dml.spec=src/main/ml/small.yaml"
                        + " -Dml.classifier=small.");
        assertThat(build.run("ml:accept@small").succeeded()).as(build.log()).isTrue();
    }

    private static MavenBuild twoModels(Path maven, String folder, String name, String classifier) {
        MavenBuild build = MavenBuild.base(maven, folder);
        build.write(
                "src/main/ml/small.yaml",
                "name: " + name + "\n" + build.text("src/main/ml/model.yaml").replace("rounds: 20", "rounds: 9"));
        build.edit(
                "pom.xml",
                "</executions>",
                "<execution><id>small</id>" + GOALS + "<configuration><spec>src/main/ml/small.yaml</spec><classifier>"
                        + classifier + "</classifier></configuration></execution></executions>");
        return build;
    }

    private static void isRefused(Result result, String message) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log())
                .contains(message)
                .contains("MojoExecutionException")
                .doesNotContain("\tat ");
    }
}
