package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredModelsTest {

    private static final String MODEL = "<execution><id>model</id></execution>";
    private static final String SMALL =
            "<execution><id>small</id><configuration><spec>src/main/ml/small.yaml</spec><classifier>small</classifier>"
                    + "</configuration></execution>";
    private static final String GONE =
            "<execution><id>gone</id><configuration><spec>src/main/ml/gone.yaml</spec></configuration></execution>";

    @TempDir
    Path basedir;

    private ModelPlace place;
    private ModelPlace small;

    @BeforeEach
    void two_models_lie_there() throws Exception {
        place = ModelPlace.byDefault(basedir);
        Path spec = place.spec().resolveSibling("small.yaml");
        small = new ModelPlace(basedir, spec, ModelPlace.lockBeside(spec));
        Files.createDirectories(spec.getParent());
        Files.writeString(place.spec(), "");
        Files.writeString(spec, "");
    }

    @Test
    void other_models_are_named_each_with_its_command() throws Exception {
        assertThat(models(MODEL + SMALL + GONE).besides(place, "check"))
                .contains(
                        "ml:check is about src/main/ml/model.yaml alone. This module has other models:"
                                + " src/main/ml/small.yaml (mvn ml:check -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small).");
        assertThat(models(MODEL).besides(place, "check")).isEmpty();
        assertThat(models("").besides(small, "accept"))
                .contains("ml:accept is about src/main/ml/small.yaml alone. This module has other models:"
                        + " src/main/ml/model.yaml (mvn ml:accept).");
    }

    @Test
    void each_model_of_an_execution_is_called_by_it() throws Exception {
        String again = SMALL.replace("<id>small</id>", "<id>again</id>");

        assertThat(models(SMALL + GONE + again).byExecution("accept")).containsExactly("mvn ml:accept@small");
        assertThat(models("").byExecution("accept")).isEmpty();
    }

    @Test
    void the_commands_of_a_module_are_for_the_models_that_are_there() throws Exception {
        assertThat(models(SMALL + GONE).commands("check"))
                .containsExactly("mvn ml:check -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small", "mvn ml:check");
        assertThat(models(SMALL).isEmpty()).isFalse();
        Files.delete(place.spec());
        Files.delete(small.spec());
        assertThat(models(SMALL).isEmpty()).isTrue();
    }

    @Test
    void a_classifier_that_is_not_the_poms_is_refused_with_the_command_that_has_it() throws Exception {
        assertThatThrownBy(() -> models(MODEL + SMALL).requireClassifier(small, "smal", "accept"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "The POM gives the model of src/main/ml/small.yaml the classifier 'small', and ml:accept was"
                                + " called with 'smal'. Call it with the POM's: mvn ml:accept -Dml.spec=src/main/ml/small.yaml"
                                + " -Dml.classifier=small.");
        assertThatThrownBy(() -> models(MODEL + SMALL).requireClassifier(place, "small", "check"))
                .hasMessage("The POM gives the model of src/main/ml/model.yaml the classifier 'model', and ml:check was"
                        + " called with 'small'. Call it with the POM's: mvn ml:check.");
        assertThatCode(() -> models(MODEL + SMALL).requireClassifier(small, "small", "accept"))
                .doesNotThrowAnyException();
        assertThatCode(() -> models(MODEL).requireClassifier(small, "any", "accept"))
                .as("no execution names it")
                .doesNotThrowAnyException();
    }

    @Test
    void a_classifier_that_the_pom_gives_by_its_property_is_the_poms() throws Exception {
        String property = "<properties><ml.classifier>own</ml.classifier></properties>";

        assertThatCode(() -> models(property, MODEL).requireClassifier(place, "own", "accept"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> models(property, MODEL).requireClassifier(place, "model", "accept"))
                .hasMessageStartingWith("The POM gives the model of src/main/ml/model.yaml the classifier 'own', and");
    }

    private DeclaredModels models(String executions) throws Exception {
        return models("", executions);
    }

    private DeclaredModels models(String properties, String executions) throws Exception {
        String pom = "<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version>" + properties
                + "<build><plugins><plugin><groupId>io.github.mlmaven</groupId><artifactId>ml-maven-plugin</artifactId>"
                + "<executions>" + executions + "</executions></plugin></plugins></build></project>";
        MavenProject module = new MavenProject(new MavenXpp3Reader().read(new StringReader(pom)));
        return new DeclaredModels(
                basedir, PluginExecutions.of(module, place, "io.github.mlmaven:ml-maven-plugin"), basedir);
    }
}
