package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models in builds of several modules, and beside Java code. */
class ReactorIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void modules_are_built_side_by_side_and_a_service_among_them_loads_the_model(Path maven) {
        MavenBuild build = MavenBuild.alone(maven, "reactor")
                .withModule("base", "houses")
                .withModule("base", "villas")
                .withModule("alone/service", "service");
        build.edit("villas/pom.xml", "<artifactId>houses</artifactId>", "<artifactId>villas</artifactId>");
        build.edit("villas/src/main/ml/model.yaml", "rounds: 20", "rounds: 10");

        Result result = build.run("verify", "-T", "2");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        assertThat(result.log()).contains("Using the MultiThreadedBuilder", "Tests run: 1, Failures: 0");
        for (String model : new String[] {"houses", "villas"}) {
            assertThat(build.file(model + "/target/" + model + "-1.0-model.jar"))
                    .isNotEmptyFile();
            assertThat(build.file(model + "/target/ml/" + model + "/verdict.json"))
                    .content()
                    .contains("\"outcome\": \"inconclusive\"");
        }
        assertThat(build.text("houses/target/ml/houses/training.json")).contains("\"rounds\": \"20\"");
        assertThat(build.text("villas/target/ml/villas/training.json")).contains("\"rounds\": \"10\"");

        Result again = build.run("verify", "-T", "2", "-Dml.argLine=-XX:NoSuchOption");
        assertThat(again.succeeded())
                .as("no worker starts where nothing changed:\n" + again.log())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void console_and_page_advise_the_command_for_the_folder_that_maven_was_started_in(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "advice-in-a-reactor").withModule("base", "houses");
        build.write("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>all</artifactId>
                  <version>1.0</version>
                  <packaging>pom</packaging>
                  <modules><module>houses</module></modules>
                </project>
                """);
        build.edit("houses/src/main/ml/model.yaml", "gates:", "drift: {severity: warning}\ngates:");

        says(build, "houses/pom.xml", "mvn ml:accept.");
        says(build, "pom.xml", "mvn ml:accept -pl houses.");
        says(build, "houses/pom.xml", "mvn ml:accept.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_goal_called_in_the_wrong_module_or_above_it_names_the_module_that_has_a_model(Path maven) {
        MavenBuild build = MavenBuild.alone(maven, "reactor-wrong-module").withModule("base", "houses");
        String called = "io.github.mlmaven:ml-maven-plugin:" + System.getProperty("it.version") + ":check";
        String none =
                "This module has no model: src/main/ml/model.yaml does not exist. Call ml:check where a model is: ";
        String drafted = ", or have one drafted: mvn ml:init -Dml.data=FILE";

        isRefused(build.run(called, "-f", "plain/pom.xml"), none + "mvn ml:check -f ../houses" + drafted);
        isRefused(build.run(called, "-N"), none + "mvn ml:check -f houses" + drafted);
        isRefused(build.run(called, "-pl", "plain"), none + "mvn ml:check -pl houses" + drafted);
        Result all = build.run(called);
        assertThat(all.succeeded()).as(all.log()).isTrue();
    }

    private static void isRefused(Result result, String message) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log()).contains(message).doesNotContain("\tat ");
    }

    private static void says(MavenBuild build, String started, String command) {
        Result result = build.run("process-resources", "-f", started);

        assertThat(result.succeeded()).as(result.log()).isTrue();
        assertThat(result.log()).contains("Accept the model: " + command);
        assertThat(build.file("houses/target/ml/houses/drift.html")).content().contains("Accept the model: " + command);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void the_code_of_a_jar_module_predicts_with_the_modules_own_model(Path maven) {
        MavenBuild build = MavenBuild.over(maven, "jar-with-model");

        Result result = build.run("verify");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        assertThat(result.log()).contains("Tests run: 1, Failures: 0");
        assertThat(build.file("target/prices-1.0.jar")).isNotEmptyFile();
        assertThat(build.file("target/prices-1.0-model.jar")).isNotEmptyFile();
    }
}
