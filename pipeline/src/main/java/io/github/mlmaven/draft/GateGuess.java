package io.github.mlmaven.draft;

import java.util.Optional;

/**
 * A gate of the draft, or why there is none.
 *
 * @param rule as within the braces of its line in model.yaml; empty where a limit would hold nothing back
 * @param reason what was measured
 */
record GateGuess(Optional<String> rule, String reason) {

    static GateGuess of(String rule, String reason) {
        return new GateGuess(Optional.of(rule), reason);
    }

    static GateGuess none(String reason) {
        return new GateGuess(Optional.empty(), reason);
    }
}
