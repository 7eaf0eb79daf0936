package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingTest {

    private static final Requirement CI = Requirement.of(null, new CiVariable("1"));
    private static final String CHECKED = execution("model", "<goal>train</goal><goal>check</goal>", "", "");
    private static final String SMALL =
            "<spec>${folder}/small.yaml</spec><classifier>small</classifier>".replace("${folder}", "src/main/ml");

    @TempDir
    Path basedir;

    private ModelPlace place;

    @BeforeEach
    void a_model_lies_there() throws IOException {
        place = ModelPlace.byDefault(basedir);
        Files.createDirectories(place.spec().getParent());
        Files.writeString(place.spec(), "");
    }

    private void small() throws IOException {
        Files.writeString(place.spec().resolveSibling("small.yaml"), "");
        Files.writeString(place.spec().resolveSibling("small.lock.json"), "{}");
    }

    @Test
    void a_model_that_no_phase_judges_fails_with_the_execution_that_lacks_the_goal() {
        String remedy = " Add <goal>check</goal> to the plugin's execution 'model', or call it beside the phase: mvn"
                + " verify ml:check@model.";
        String check = "<goal>train</goal><goal>check</goal>";
        List<String> unjudged = new ArrayList<>(List.of(execution("model", "<goal>train</goal>", "", "")));
        for (String phase : List.of("none", "verfy", "pre-clean", "install", "deploy", "site", "before:install")) {
            unjudged.add(execution("model", check, "<phase>" + phase + "</phase>", ""));
        }
        for (String execution : unjudged) {
            assertThatThrownBy(() -> require(execution))
                    .as(execution)
                    .isInstanceOf(MlException.class)
                    .hasMessage("This module has a model (src/main/ml/model.yaml), and its build does not judge it: no"
                            + " phase of mvn verify runs the goal check for it. The environment says CI=1, so the build requires that"
                            + " (ml.required)." + remedy);
        }
        for (String phase : List.of("validate", "test", "verify", "after:verify", "post-integration-test[20]")) {
            assertThatCode(() -> require(execution("model", check, "<phase>" + phase + "</phase>", "")))
                    .as(phase)
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> require(CHECKED)).doesNotThrowAnyException();
    }

    @Test
    void a_check_of_another_model_is_none_of_this_one() {
        assertThatThrownBy(() -> require(execution("model", "<goal>train</goal>", "", "")
                        + execution("small", "<goal>check</goal>", "", SMALL)))
                .hasMessageStartingWith(
                        "This module has a model (src/main/ml/model.yaml), and its build does not judge");
    }

    @Test
    void a_lock_beside_it_whose_model_nobody_judges_fails() throws Exception {
        small();

        assertThatThrownBy(() -> require(CHECKED))
                .hasMessage(
                        "This module has a model (src/main/ml/small.yaml), and its build does not judge it: no phase of"
                                + " mvn verify runs the goal check for it. The environment says CI=1, so the build requires that (ml.required). Give it an"
                                + " execution of its own, with <spec>, <classifier> and <goal>check</goal>, or delete"
                                + " src/main/ml/small.lock.json if the module has no such model any more.");
        assertThatThrownBy(() -> require(CHECKED + execution("small", "<goal>train</goal>", "", SMALL)))
                .hasMessageEndingWith(
                        " Add <goal>check</goal> to the plugin's execution 'small', or call it beside the phase: mvn"
                                + " verify ml:check@small.");
        assertThatThrownBy(() -> judging(
                                CHECKED + execution("small", "<goal>train</goal>", "", SMALL),
                                List.of("verify", "ml:check", "ml:check@model"))
                        .require(place, "model", CI))
                .as("a check that is called is of one model")
                .isInstanceOf(MlException.class);
        assertThatCode(() -> judging(
                                CHECKED + execution("small", "<goal>train</goal>", "", SMALL),
                                List.of("verify", "ml:check@small"))
                        .require(place, "model", CI))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(CHECKED + execution("small", "<goal>check</goal>", "", SMALL)))
                .doesNotThrowAnyException();
    }

    @Test
    void what_is_left_of_a_model_that_nothing_names_fails_by_whatever_it_is() throws Exception {
        Map<String, String> each = Map.of(
                "tumour.yaml", "# of last year\n'task' : regression\n",
                "tumour.yml", "",
                "tumour.YAML", "t\0a\0s\0k\0:",
                "tumour.lock.json", "",
                "tumour.profile.json", "");
        for (String name : each.keySet()) {
            Path left = Files.writeString(place.spec().resolveSibling(name), each.getOrDefault(name, ""));
            assertThatThrownBy(() -> require(CHECKED))
                    .as(name)
                    .isInstanceOf(MlException.class)
                    .hasMessage("src/main/ml/" + name
                            + " is there, and no model that the module's build knows has it. The environment says CI=1, so the"
                            + " build requires a judgement of each model (ml.required). Give its model an execution of its own,"
                            + " with <spec>, <classifier> and <goal>check</goal>, or take the file away if the module has no such"
                            + " model any more.");
            Files.delete(left);
        }
    }

    @Test
    void what_is_of_models_that_the_build_knows_is_left_of_none() throws Exception {
        small();
        Files.writeString(place.lock(), "{}");
        for (String name : List.of("model.profile.json", "small.profile.json", "README.md")) {
            Files.writeString(place.spec().resolveSibling(name), "");
        }
        Files.writeString(place.spec().resolveSibling("columns.yaml"), "owner: us\nmultitask: [1]\n");

        assertThatCode(() -> require(CHECKED + execution("small", "<goal>check</goal>", "", SMALL)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_model_where_one_is_by_default_is_not_forgotten_for_one_elsewhere() throws Exception {
        Files.writeString(place.lock(), "{}");
        Path easier = Files.createDirectories(basedir.resolve("easier")).resolve("easy.yaml");
        String executions =
                execution("model", "<goal>train</goal><goal>check</goal>", "", "<spec>easier/easy.yaml</spec>");

        assertThatThrownBy(() -> judging(executions, List.of("verify"))
                        .require(new ModelPlace(basedir, easier, ModelPlace.lockBeside(easier)), "model", CI))
                .hasMessageStartingWith(
                        "This module has a model (src/main/ml/model.yaml), and its build does not judge it:");
    }

    @Test
    void a_check_that_maven_was_called_with_judges() throws Exception {
        String goals = execution("model", "<goal>train</goal>", "", "");

        for (String called : List.of(
                "ml:check", "ml:check@model", "io.github.mlmaven:ml-maven-plugin:check", "g:ml-maven-plugin:1:check")) {
            assertThatCode(() -> judging(goals, List.of("package", called)).require(place, "model", CI))
                    .as(called)
                    .doesNotThrowAnyException();
        }
        for (String other :
                List.of("spotless:check", "com.diffplug.spotless:spotless-maven-plugin:check", "ml:train")) {
            assertThatThrownBy(() -> judging(goals, List.of("package", other)).require(place, "model", CI))
                    .as(other)
                    .isInstanceOf(MlException.class);
        }
    }

    @Test
    void a_check_that_a_pom_skips_fails_where_the_model_is_required_unless_another_one_judges() throws Exception {
        String skipped = execution("model", "<goal>check</goal>", "", "<skip>true</skip>");
        Switch pom = Goal.skipOfPom("check");

        assertThatThrownBy(() -> judging(skipped, List.of("verify")).requireUnskipped(place, "model", pom, CI))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "This module has a model (src/main/ml/model.yaml), and its POM skips the goal that judges it"
                                + " (<skip> of ml:check). The environment says CI=1, so the build requires that (ml.required). Take that out"
                                + " of the POM; or say on purpose that the build need not judge it, by <required>false</required> of the"
                                + " plugin or -Dml.required=false, which marks its results.");
        assertThatCode(() -> judging(skipped + execution("again", "<goal>check</goal>", "", ""), List.of("verify"))
                        .requireUnskipped(place, "model", pom, CI))
                .as("another one judges")
                .doesNotThrowAnyException();
        assertThatCode(() -> judging(skipped, List.of("verify"))
                        .requireUnskipped(place, "model", new Switch("-Dml.check.skip", false), CI))
                .as("whoever types a switch sees what it does")
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        judging(skipped, List.of("verify")).requireUnskipped(place, "model", pom, Requirement.NONE))
                .doesNotThrowAnyException();
    }

    @Test
    void the_goals_that_a_pom_skips_for_a_model_are_known() throws Exception {
        PluginExecutions executions = executions(
                "",
                execution("model", "<goal>train</goal><goal>check</goal>", "", "<skip>true</skip>")
                        + execution("unbound", "<goal>image</goal>", "<phase>none</phase>", "<skip>true</skip>")
                        + execution("small", "<goal>package</goal>", "", SMALL + "<skip>true</skip>")
                        + execution("on", "<goal>validate</goal>", "", "<skip>false</skip>"));

        assertThat(executions.skipped(place)).containsExactly("train", "check");
    }

    @Test
    void where_nothing_is_required_nothing_is_looked_for() {
        assertThatCode(() -> judging("", List.of("verify")).require(place, "model", Requirement.NONE))
                .doesNotThrowAnyException();
    }

    @Test
    void the_plugins_own_configuration_counts_for_its_executions() throws Exception {
        PluginExecutions executions = executions(
                "<configuration><spec>a.yaml</spec></configuration>", execution("x", "<goal>check</goal>", "", ""));

        assertThat(executions.all().get(0).place())
                .isEqualTo(new ModelPlace(basedir, basedir.resolve("a.yaml"), basedir.resolve("a.lock.json")));
    }

    private void require(String executions) throws Exception {
        judging(executions, List.of("verify")).require(place, "model", CI);
    }

    private Judging judging(String executions, List<String> called) {
        return new Judging(executions("", executions), place, called);
    }

    private PluginExecutions executions(String configuration, String executions) {
        String pom =
                "<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version><build><plugins><plugin>"
                        + "<groupId>io.github.mlmaven</groupId><artifactId>ml-maven-plugin</artifactId>" + configuration
                        + "<executions>" + executions + "</executions></plugin></plugins></build></project>";
        try {
            return PluginExecutions.of(
                    new MavenProject(new MavenXpp3Reader().read(new StringReader(pom))),
                    place,
                    "io.github.mlmaven:ml-maven-plugin");
        } catch (IOException | XmlPullParserException e) {
            throw new AssertionError(e);
        }
    }

    private static String execution(String id, String goals, String phase, String configuration) {
        return "<execution><id>" + id + "</id>" + phase + "<goals>" + goals + "</goals><configuration>" + configuration
                + "</configuration></execution>";
    }
}
