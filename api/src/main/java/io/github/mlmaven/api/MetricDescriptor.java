package io.github.mlmaven.api;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A metric.
 *
 * @param usual whether it is measured unasked; else where model.yaml or a gate names it
 */
public record MetricDescriptor(String name, Set<Task> tasks, Better better, Extent extent, boolean usual, String doc)
        implements Descriptor {

    public MetricDescriptor {
        tasks = Names.checked(name, tasks);
    }

    /** Which way a metric improves. */
    public enum Better {
        LOWER,
        HIGHER,
        NEITHER
    }

    /** What a metric counts in. */
    public enum Unit {
        /** As the label. */
        LABEL,
        /** A share of a whole: 1 is all of it. */
        SHARE,
        /** Something else. */
        NONE
    }

    /** The values that a metric can have. */
    public record Extent(Unit unit, Optional<BigDecimal> min, Optional<BigDecimal> max) {}
}
