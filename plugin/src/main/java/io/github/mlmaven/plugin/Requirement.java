package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.Severity;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a module that has a model must have all of it: model.yaml, lock and gates.
 *
 * @param holds whether it must
 * @param author who says so: {@code the environment says CI=1, so the build}
 */
record Requirement(boolean holds, String author) {

    static final Requirement NONE = new Requirement(false, "Nobody");

    /** @param decided by the parameter {@code required}; {@code null} where it says nothing */
    static Requirement of(@Nullable Boolean decided, CiVariable ci) {
        return decided == null
                ? new Requirement(ci.isSet(), "The environment says " + ci + ", so the build")
                : new Requirement(decided, "The build");
    }

    /**
     * Where a model is, nobody has accepted one yet or somebody deleted what was accepted.
     *
     * @param accept what accepts it
     */
    void requireLock(ModelPlace place, AcceptCommand accept) {
        if (holds && !place.hasLock()) {
            throw new MlException(
                    "This module has a model (%s), and no model is accepted: %s does not exist. %s"
                            .formatted(place.shown(place.spec()), place.shown(place.lock()), sentence("it")),
                    "Restore it from version control if it was there. Otherwise run " + accept
                            + " on your own machine, look at the metrics, and commit the file that it writes.");
        }
    }

    void requireGates(Path spec, List<GateSpec> gates) {
        if (holds && !gates.isEmpty() && gates.stream().noneMatch(gate -> gate.severity() == Severity.ERROR)) {
            throw new MlException(
                    "All gates of %s are mild, so no model is ever refused. %s"
                            .formatted(spec.getFileName(), sentence("one that fails the build")),
                    "Leave 'severity' out of a gate that must hold.");
        }
        if (holds && gates.isEmpty()) {
            throw new MlException(
                    "%s has no gates, so nothing says how good the model must be. %s"
                            .formatted(spec.getFileName(), sentence("them")),
                    "Add some, such as 'gates: [{metric: ..., max: ...}]'.");
        }
    }

    /** Who requires something. */
    String sentence(String object) {
        return author + " requires " + object + " (ml.required).";
    }
}
