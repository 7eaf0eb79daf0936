package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import java.util.List;

/** Metrics that tests ask for. */
final class Reference {

    private Reference() {}

    /** Those of a task that need to be told nothing. */
    static List<AskedMetric> silent(Task task) {
        return Catalog.builtIn().of(MetricDescriptor.class, task).stream()
                .filter(metric -> metric.parameters().stream().noneMatch(Parameter::isRequired))
                .map(AskedMetric::of)
                .toList();
    }
}
