package io.github.mlmaven.gate;

import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Interval;

/** An absolute bound on a metric, inclusive, compared exactly as doubles. */
record Limit(Bound bound) {

    boolean holds(double value) {
        return bound.kind().isLeast() ? value >= bound.amount() : value <= bound.amount();
    }

    /** Whether it holds for whatever the true value may be. */
    boolean holds(Interval interval) {
        return holds(interval.low()) && holds(interval.high());
    }
}
