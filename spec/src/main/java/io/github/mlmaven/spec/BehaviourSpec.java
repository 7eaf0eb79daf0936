package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the model must do with rows that are changed, or made, for it: a test of its behaviour, whatever its metrics are.
 * After Ribeiro et al. (2020): invariance, a directional expectation, or a minimum functionality.
 */
public record BehaviourSpec(
        @Inline Trial trial, @Inline Bounds bounds, @Inline Terms terms) {

    /** The kinds of tests, named as their keys. */
    public enum Kind {
        INVARIANT,
        INCREASING,
        DECREASING,
        ROWS
    }

    public Kind kind() {
        Claim claim = trial.claim();
        if (claim.invariant().isPresent()) {
            return Kind.INVARIANT;
        }
        if (claim.increasing().isPresent()) {
            return Kind.INCREASING;
        }
        return claim.decreasing().isPresent() ? Kind.DECREASING : Kind.ROWS;
    }

    /** The column that changes; empty where rows are made. */
    public Optional<String> column() {
        Claim claim = trial.claim();
        return claim.invariant().or(claim::increasing).or(claim::decreasing);
    }

    /** How many rows a pass takes. */
    public long rowsNeeded() {
        return terms.minRows().orElse(kind() == Kind.ROWS ? 1 : GateSpec.MIN_TEST_ROWS);
    }

    /** What results and the lock call it: its name, else {@code invariant[shop]}, or {@code rows}. */
    public String title() {
        return terms.name()
                .orElseGet(() -> KebabCase.of(kind())
                        + column().map(column -> "[" + column + "]").orElse(""));
    }

    /** What is tried. */
    public record Trial(@Inline Claim claim, @Inline Change change) {}

    /** Exactly one. */
    public record Claim(
            @Doc(
                    "A column that does not matter: with another value of it the prediction, or the predicted label, stays.")
            Optional<String> invariant,

            @Doc("A column of numbers: where it grows, the prediction, or the probability of label, never falls.")
            Optional<String> increasing,

            @Doc("A column of numbers: where it grows, the prediction, or the probability of label, never rises.")
            Optional<String> decreasing,

            @Doc("Rows of which the answer is known, by column: the prediction is from min to max, or it is label.")
            @Default("[]")
            @Example("[{carat: 1, cut: Ideal}]")
            @AtMost(1_000)
            List<Map<String, String>> rows) {

        public Claim {
            rows = rows.stream().map(Ordered::copy).toList();
        }
    }

    /** How rows are changed, and what is looked at. */
    public record Change(
            @Doc("How far a number grows: 10% of itself, or 0.1 in its unit. Whole numbers are rounded up.")
            @Example("10%")
            Optional<Tolerance> by,

            @Doc(
                    "What takes the place of a value of invariant. Default: each other value of a category that the model knows, or of a boolean.")
            @Default("[]")
            @Example("[north, south]")
            @AtMost(100)
            List<String> values,

            @Doc("The label that a classification predicts for rows, or whose probability never falls or rises.")
            Optional<String> label,

            @Doc("How many test rows are tried, the first in the order of the data. Default: all.")
            OptionalLong first) {

        public Change {
            values = List.copyOf(values);
        }
    }

    /** What must hold of a row, and of how many. */
    public record Bounds(
            @Doc("The smallest prediction for rows; of a classification the smallest probability of label: 0.9 or 90%.")
            Optional<GateLimit> min,

            @Doc("The largest prediction for rows; of a classification the largest probability of label.")
            Optional<GateLimit> max,

            @Doc(
                    "How far the prediction may move, or move the wrong way: 1% of itself, or 0.5 in the label's unit; of a"
                            + " classification how far a probability may. Default: not at all; of invariant in a classification as"
                            + " far as the label stays.")
            Optional<Tolerance> tolerance,

            @Doc("The share of rows of which it must hold.") @Default("100%")
            Share atLeast) {}

    /** On what terms it is judged. */
    public record Terms(
            @Doc("How many rows a pass takes; with fewer it is inconclusive. Default: 30 test rows, or 1 of rows.")
            OptionalLong minRows,

            @Doc("The name of the test in results and in the lock. Default: the claim itself.")
            Optional<String> name,

            @Doc("Whether a broken test fails the build.") @Default("error")
            Severity severity) {}
}
