package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelCommandTest {

    private final Path basedir = Path.of("module").toAbsolutePath();

    @Test
    void the_default_model_needs_no_words() {
        ModelCommand command = new ModelCommand(ModelPlace.byDefault(basedir), "model", Optional.empty(), basedir);

        assertThat(command.accept()).hasToString("mvn ml:accept");
        assertThat(command.of("check")).isEqualTo("mvn ml:check");
    }

    @Test
    void another_model_is_named_with_all_that_is_its_own() {
        assertThat(command("small.yaml", "small.lock.json", "small", basedir).accept())
                .hasToString("mvn ml:accept -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small");
        assertThat(command("a b.yaml", "prod.json", "model", basedir).accept())
                .hasToString("mvn ml:accept -Dml.spec=\"src/main/ml/a b.yaml\" -Dml.lock=src/main/ml/prod.json");
    }

    @Test
    void where_the_pom_says_the_model_for_all_executions_the_model_is_called_by_its_own() {
        Path small = basedir.resolve("src/main/ml/small.yaml");
        ModelPlace place = new ModelPlace(basedir, small, ModelPlace.lockBeside(small));

        assertThat(new ModelCommand(
                                place,
                                "small",
                                Optional.of("the small"),
                                basedir.resolve("..").normalize())
                        .accept())
                .hasToString("mvn ml:accept@\"the small\" -pl module");
    }

    @Test
    void a_module_of_a_reactor_is_named() {
        ModelPlace place = ModelPlace.byDefault(basedir.resolve("services/price"));

        assertThat(new ModelCommand(place, "model", Optional.empty(), basedir).accept())
                .hasToString("mvn ml:accept -pl services/price");
    }

    @Test
    void a_module_beside_the_folder_where_maven_was_started_is_named_from_there() {
        ModelPlace place = ModelPlace.byDefault(basedir.resolveSibling("price"));

        assertThat(new ModelCommand(place, "model", Optional.empty(), basedir).accept())
                .hasToString("mvn ml:accept -pl ../price");
    }

    private ModelCommand command(String spec, String lock, String classifier, Path folder) {
        Path files = basedir.resolve("src/main/ml");
        return new ModelCommand(
                new ModelPlace(basedir, files.resolve(spec), files.resolve(lock)),
                classifier,
                Optional.empty(),
                folder);
    }
}
