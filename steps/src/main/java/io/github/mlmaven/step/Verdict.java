package io.github.mlmaven.step;

import java.util.List;

/** {@code verdict.json}: what the gates say. */
public record Verdict(int format, Outcome outcome, List<GateResult> gates) {

    public static final int FORMAT = 2;

    public Verdict {
        gates = List.copyOf(gates);
    }

    public boolean failed() {
        return outcome == Outcome.FAIL;
    }

    /** What a gate, or all of them together, say; the worst of several is the last. */
    public enum Outcome {
        PASS,
        /** The gate could not be judged, and says why; the build goes on. */
        INCONCLUSIVE,
        WARN,
        FAIL
    }

    /**
     * One rule and what became of it.
     *
     * @param gate the rule in words, such as {@code rmse <= 600}
     * @param message metric, value, limit and baseline in a whole sentence
     */
    public record GateResult(String gate, Outcome outcome, String message) {}
}
