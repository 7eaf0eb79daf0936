package io.github.mlmaven.gate;

import io.github.mlmaven.step.Bound;

/** An absolute bound on a metric, inclusive, compared exactly as doubles. */
record Limit(Bound bound) {

    boolean holds(double value) {
        return bound.kind() == Bound.Kind.MIN ? value >= bound.amount() : value <= bound.amount();
    }
}
