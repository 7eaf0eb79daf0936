package io.github.mlmaven.step;

import io.github.mlmaven.step.GateResult.Outcome;
import java.util.List;

/**
 * {@code verdict.json}: what the gates say.
 *
 * @param strictness how strictly they were judged
 * @param baseline the model that they compare with, or why there is none
 */
public record Verdict(
        int format, Outcome outcome, Strictness strictness, BaselineModel.Told baseline, List<GateResult> gates) {

    public static final int FORMAT = 7;

    public Verdict {
        gates = List.copyOf(gates);
    }

    public boolean failed() {
        return outcome == Outcome.FAIL;
    }
}
