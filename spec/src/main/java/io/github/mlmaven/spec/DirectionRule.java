package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gate that holds a metric back from getting better, and never from getting worse: most likely two words were mixed up. */
final class DirectionRule {

    private DirectionRule() {}

    /**
     * A bound on the side on which the metric is better.
     *
     * @param key its key
     * @param opposite the key that bounds the other side
     */
    record Mistaken(String key, String opposite) {}

    /** A gate's first bound, where all its bounds are on the side on which the metric is better. */
    static Optional<Mistaken> mistaken(Better better, GateSpec.Bounds bounds) {
        List<Mistaken> upper = new ArrayList<>();
        List<Mistaken> lower = new ArrayList<>();
        bounds.min().ifPresent(min -> lower.add(new Mistaken("min", "max")));
        bounds.max().ifPresent(max -> upper.add(new Mistaken("max", "min")));
        bounds.baseline()
                .flatMap(GateSpec.BaselineLimit::maxIncrease)
                .ifPresent(far -> upper.add(new Mistaken("max-increase", "max-decrease")));
        bounds.baseline()
                .flatMap(GateSpec.BaselineLimit::maxDecrease)
                .ifPresent(far -> lower.add(new Mistaken("max-decrease", "max-increase")));
        if (bounds.areBetweenSlices()) {
            return Optional.empty();
        }
        return switch (better) {
            case HIGHER -> lower.isEmpty() ? upper.stream().findFirst() : Optional.empty();
            case LOWER -> upper.isEmpty() ? lower.stream().findFirst() : Optional.empty();
            case NEITHER -> Optional.empty();
        };
    }
}
