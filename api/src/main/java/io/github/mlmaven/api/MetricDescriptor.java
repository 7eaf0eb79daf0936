package io.github.mlmaven.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A metric.
 *
 * @param extent of its values, whatever it is told
 * @param usual whether it is measured unasked; else where model.yaml or a gate names it
 * @param parameters what it can be told, in the order of the manual
 */
public record MetricDescriptor(
        String name,
        Set<Task> tasks,
        Better better,
        Extent extent,
        boolean usual,
        List<Parameter> parameters,
        String doc)
        implements Descriptor {

    public MetricDescriptor {
        tasks = Names.checked(name, tasks);
        parameters = Names.distinct(name, parameters);
        if (usual && parameters.stream().anyMatch(Parameter::isRequired)) {
            throw new IllegalArgumentException("'" + name + "' is measured unasked, and must be told something");
        }
        if (extent.follows().isPresent()) {
            ParameterType type =
                    Parameter.named(extent.follows().get(), name, parameters).type();
            if (!(type instanceof ParameterType.Share) && !(type instanceof ParameterType.Costs)) {
                throw new IllegalArgumentException("nothing follows for '" + name + "' from " + type.allowed());
            }
        }
    }

    /** A metric that is told nothing. */
    public MetricDescriptor(String name, Set<Task> tasks, Better better, Extent extent, boolean usual, String doc) {
        this(name, tasks, better, extent, usual, List.of(), doc);
    }

    /**
     * The values that it can have as it is told.
     *
     * @param arguments of this metric
     */
    public Extent extent(Arguments arguments) {
        if (extent.follows().isEmpty()) {
            return extent;
        }
        String name = extent.follows().get();
        String told = Objects.requireNonNull(arguments.texts().get(name));
        ParameterType type = Parameter.named(name, this.name, parameters).type();
        if (type instanceof ParameterType.Share) {
            BigDecimal most = BigDecimal.ONE.divide(ParameterType.Share.value(told), MathContext.DECIMAL64);
            return new Extent(extent.unit(), extent.min(), Optional.of(most.stripTrailingZeros()));
        }
        List<BigDecimal> costs = ParameterType.Costs.values(told).values().stream()
                .flatMap(row -> row.values().stream())
                .toList();
        return new Extent(
                extent.unit(),
                costs.stream().reduce(BigDecimal::min).map(BigDecimal.ZERO::min),
                costs.stream().reduce(BigDecimal::max).map(BigDecimal.ZERO::max));
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

    /**
     * The values that a metric can have.
     *
     * @param follows a parameter that bounds them further: costs by the lowest and the highest of them and 0, a share by what
     *     it goes into the whole
     */
    public record Extent(Unit unit, Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<String> follows) {

        /** Values that no parameter bounds. */
        public Extent(Unit unit, Optional<BigDecimal> min, Optional<BigDecimal> max) {
            this(unit, min, max, Optional.empty());
        }
    }
}
