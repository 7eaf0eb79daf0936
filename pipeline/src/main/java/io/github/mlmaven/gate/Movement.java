package io.github.mlmaven.gate;

import io.github.mlmaven.step.Bound;
import java.math.BigDecimal;

/**
 * A bound on how far a metric may move one way from its baseline, inclusive. The arithmetic is decimal, on the digits that
 * the lock and model.yaml show: from 0.8, a fall of at most 0.1 allows 0.7, which binary fractions would not.
 */
record Movement(Bound bound) {

    boolean holds(double baseline, double value) {
        BigDecimal change = BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(baseline));
        BigDecimal outwards = bound.kind() == Bound.Kind.MAX_INCREASE ? change : change.negate();
        return outwards.compareTo(allowed(baseline)) <= 0;
    }

    private BigDecimal allowed(double baseline) {
        BigDecimal amount = BigDecimal.valueOf(bound.amount());
        return bound.relative() ? BigDecimal.valueOf(baseline).abs().multiply(amount) : amount;
    }
}
