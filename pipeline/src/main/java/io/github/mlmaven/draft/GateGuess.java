package io.github.mlmaven.draft;

/**
 * A gate of the draft.
 *
 * @param rule as within the braces of its line in model.yaml
 * @param reason what was measured
 */
record GateGuess(String rule, String reason) {}
