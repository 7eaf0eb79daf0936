package io.github.mlmaven.spec;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.MetricDescriptor.Extent;
import io.github.mlmaven.api.MetricName;
import java.util.Map;

/**
 * A metric with what it is told.
 *
 * @param arguments of its descriptor
 */
public record AskedMetric(MetricDescriptor descriptor, Arguments arguments) {

    /** A metric that is told nothing. */
    public static AskedMetric of(MetricDescriptor descriptor) {
        return new AskedMetric(descriptor, Arguments.of(descriptor, Map.of()));
    }

    /** What files and reports call it: {@code f-beta(beta=2, label=fraud)}. */
    public String name() {
        return new MetricName(descriptor.name(), arguments.texts()).text();
    }

    public Better better() {
        return descriptor.better();
    }

    /** The values that it can have, as it is told. */
    public Extent extent() {
        return descriptor.extent(arguments);
    }
}
