package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsentSpecTest {

    private static final Requirement CI = Requirement.of(null, new CiVariable("1"));
    private static final Requirement ASKED = Requirement.of(true, new CiVariable(null));
    private static final ModelClue PACKAGING =
            new ModelClue("its packaging is ml-model", "Create the file, or give the module another packaging.");
    private static final ModelClue LOCK = new ModelClue(
            "src/main/ml/model.lock.json is there",
            "Bring the file back, or delete the lock if the module has no model any more.");
    private static final String LOCK_ALONE =
            "src/main/ml/model.yaml does not exist, but this module has a model: src/main/ml/model.lock.json is there.";

    @TempDir
    Path basedir;

    private ModelPlace place;

    @BeforeEach
    void a_module() {
        place = ModelPlace.byDefault(basedir);
    }

    @Test
    void a_module_that_nothing_says_has_a_model_is_silent_even_where_models_are_required() {
        assertThat(absent(Optional.empty(), CI).warning(Optional.empty())).isEmpty();
    }

    @Test
    void a_clue_is_silent_where_nothing_is_required() {
        assertThat(absent(Optional.of(PACKAGING), Requirement.NONE).warning(Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_clue_fails_where_models_are_required_and_is_named_with_who_requires_it() {
        assertThatThrownBy(() -> absent(Optional.of(PACKAGING), CI).warning(Optional.empty()))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "src/main/ml/model.yaml does not exist, but this module has a model: its packaging is ml-model. The"
                                + " environment says CI=1, so the build requires it (ml.required). Create the file, or give the module"
                                + " another packaging.");
        assertThatThrownBy(() -> absent(Optional.of(PACKAGING), ASKED).warning(Optional.empty()))
                .hasMessageContaining(" is ml-model. The build requires it (ml.required). Create ");
    }

    @Test
    void a_lock_alone_is_never_silent() throws IOException {
        lock();

        assertThat(absent(Optional.of(LOCK), Requirement.NONE).warning(Optional.empty()))
                .contains(LOCK_ALONE + " Nothing is trained or judged. " + LOCK.remedy());
        assertThatThrownBy(() -> absent(Optional.of(LOCK), CI).warning(Optional.empty()))
                .hasMessage(LOCK_ALONE + " The environment says CI=1, so the build requires it (ml.required). "
                        + LOCK.remedy());
        assertThatThrownBy(() -> absent(Optional.of(LOCK), Requirement.NONE).warning(called(List.of())))
                .hasMessage(LOCK_ALONE + " " + LOCK.remedy());
    }

    @Test
    void a_goal_that_a_person_asked_for_fails_in_a_module_without_a_model() {
        assertThatThrownBy(() -> absent(Optional.empty(), Requirement.NONE).warning(called(List.of())))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "This module has no model: src/main/ml/model.yaml does not exist. Call ml:check in the folder of a"
                                + " module that has one, or have one drafted: mvn ml:init -Dml.data=FILE");
    }

    @Test
    void a_goal_that_a_person_asked_for_names_the_models_of_other_modules() {
        Optional<MissedModels> called =
                called(List.of(), false, List.of("mvn ml:check -pl houses", "mvn ml:check -f ../villas"));

        assertThatThrownBy(() -> absent(Optional.empty(), Requirement.NONE).warning(called))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "This module has no model: src/main/ml/model.yaml does not exist. Call ml:check where a model is:"
                                + " mvn ml:check -pl houses or mvn ml:check -f ../villas, or have one drafted: mvn ml:init"
                                + " -Dml.data=FILE");
    }

    @Test
    void a_goal_that_passes_by_the_models_of_its_own_module_names_what_looks_at_them() {
        String said =
                "ml:check, called without an execution, is about src/main/ml/model.yaml, which does not exist. The"
                        + " module's POM names its models in executions of the plugin: call ml:check for one, by mvn ml:check@small"
                        + " or mvn ml:check@large.";
        List<String> own = List.of("mvn ml:check@small", "mvn ml:check@large");

        assertThatThrownBy(() -> absent(Optional.of(PACKAGING), CI).warning(called(own)))
                .isInstanceOf(MlException.class)
                .hasMessage(said);
        assertThatThrownBy(() -> absent(Optional.empty(), Requirement.NONE).warning(called(own)))
                .hasMessage(said);
        assertThatThrownBy(() -> absent(Optional.empty(), CI).warning(called(own, true, List.of())))
                .hasMessage(said);
        assertThat(absent(Optional.empty(), Requirement.NONE).warning(called(own, true, List.of())))
                .as("another module has the model.yaml that the goal looks for")
                .contains(said);
    }

    private static Optional<MissedModels> called(List<String> own) {
        return called(own, false, List.of());
    }

    private static Optional<MissedModels> called(List<String> own, boolean answered, List<String> elsewhere) {
        return Optional.of(new MissedModels("check", own, answered, elsewhere));
    }

    private void lock() throws IOException {
        Files.createDirectories(place.lock().getParent());
        Files.writeString(place.lock(), "{}");
    }

    private AbsentSpec absent(Optional<ModelClue> clue, Requirement requirement) {
        return new AbsentSpec(place, clue, requirement);
    }
}
