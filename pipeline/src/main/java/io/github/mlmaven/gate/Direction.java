package io.github.mlmaven.gate;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.step.Bound;
import java.util.List;
import java.util.Optional;

/** Whether a gate holds a metric back from getting better, and never from getting worse. */
final class Direction {

    private Direction() {}

    /** The first of a gate's bounds, where all of them are on the side on which the metric is better. */
    static Optional<Bound> mistaken(Better better, List<Bound> bounds) {
        boolean all = better != Better.NEITHER
                && bounds.stream().allMatch(bound -> isUpper(bound) == (better == Better.HIGHER));
        return all ? bounds.stream().findFirst() : Optional.empty();
    }

    private static boolean isUpper(Bound bound) {
        return switch (bound.kind()) {
            case MAX, MAX_INCREASE -> true;
            case MIN, MAX_DECREASE -> false;
        };
    }
}
