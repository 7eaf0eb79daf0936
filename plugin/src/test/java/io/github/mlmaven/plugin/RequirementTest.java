package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementTest {

    private static final Requirement CI = Requirement.of(null, new CiVariable("True"));

    @TempDir
    Path basedir;

    @Test
    void the_parameter_wins_over_the_environment() {
        assertThat(Requirement.of(null, new CiVariable(null)).holds()).isFalse();
        assertThat(CI.holds()).isTrue();
        assertThat(Requirement.of(false, new CiVariable("True")).holds()).isFalse();
        assertThat(Requirement.of(true, new CiVariable(null)).holds()).isTrue();
    }

    @Test
    void a_lock_that_is_not_there_fails_with_the_remedy() throws IOException {
        ModelPlace place = ModelPlace.byDefault(basedir);

        assertThatThrownBy(() -> CI.requireLock(place, AcceptCommand.ONLY))
                .isInstanceOf(MlException.class)
                .hasMessage("This module has a model (src/main/ml/model.yaml), and no model is accepted:"
                        + " src/main/ml/model.lock.json does not exist. The environment says CI=True, so the build requires it"
                        + " (ml.required). Restore it from version control if it was there. Otherwise run mvn ml:accept on your own"
                        + " machine, look at the metrics, and commit the file that it writes.");
        assertThatCode(() -> Requirement.NONE.requireLock(place, AcceptCommand.ONLY))
                .doesNotThrowAnyException();

        Files.createDirectories(place.lock().getParent());
        Files.writeString(place.lock(), "{}");
        assertThatCode(() -> CI.requireLock(place, AcceptCommand.ONLY)).doesNotThrowAnyException();
    }

    @Test
    void a_model_without_gates_fails_with_the_remedy() {
        assertThatThrownBy(() -> CI.requireGates(Path.of("ml", "model.yaml"), List.of()))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "model.yaml has no gates, so nothing says how good the model must be. The environment says CI=True,"
                                + " so the build requires them (ml.required). Add some, such as 'gates: [{metric: ..., max: ...}]'.");
        assertThatCode(() -> CI.requireGates(Path.of("model.yaml"), List.of(gate(Severity.ERROR))))
                .doesNotThrowAnyException();
        assertThatCode(() -> Requirement.NONE.requireGates(Path.of("model.yaml"), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void gates_of_which_none_fails_the_build_are_as_none() {
        assertThatThrownBy(() -> CI.requireGates(Path.of("ml", "model.yaml"), List.of(gate(Severity.WARNING))))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "All gates of model.yaml are mild, so no model is ever refused. The environment says CI=True, so the"
                                + " build requires one that fails the build (ml.required). Leave 'severity' out of a gate that must"
                                + " hold.");
        assertThatCode(() ->
                        CI.requireGates(Path.of("model.yaml"), List.of(gate(Severity.WARNING), gate(Severity.ERROR))))
                .doesNotThrowAnyException();
        assertThatCode(() -> Requirement.NONE.requireGates(Path.of("model.yaml"), List.of(gate(Severity.WARNING))))
                .doesNotThrowAnyException();
    }

    private static GateSpec gate(Severity severity) {
        GateSpec.Bounds bounds = new GateSpec.Bounds(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new GateSpec("mae", bounds, Optional.empty(), OptionalLong.empty(), severity, false);
    }
}
