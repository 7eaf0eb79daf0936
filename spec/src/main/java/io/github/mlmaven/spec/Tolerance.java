package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Numbers;

/**
 * How far a metric may move from its baseline: {@code 2%} of the baseline's magnitude, or {@code 0.01} in the metric's own
 * unit.
 *
 * @param value zero or more; relative tolerances as a fraction, so that 2% is 0.02
 * @param relative whether the value is a fraction of the baseline
 */
public record Tolerance(double value, boolean relative) {

    public Tolerance {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new MlException(
                    "A tolerance of " + value + " is out of range.", "Write zero or more, such as 0.01 or 2%.");
        }
    }

    /** As model.yaml has it. */
    public String text() {
        return relative ? GateLimit.percent(value) : Numbers.plain(value);
    }

    /** The allowed movement in the metric's unit, for a baseline value. */
    public double of(double baseline) {
        return relative ? Math.abs(baseline) * value : value;
    }
}
