package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.step.Evaluation.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The metrics that an evaluation measures. */
final class Metrics {

    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    /**
     * Metrics.
     *
     * @throws io.github.mlmaven.api.MlException if no code measures one of them
     */
    Metrics(List<MetricDescriptor> descriptors) {
        Extensions<Metric> known = known();
        descriptors.forEach(descriptor -> metrics.put(descriptor.name(), known.named(descriptor.name())));
    }

    /** All metrics that there is code for. */
    static Extensions<Metric> known() {
        return Extensions.of(
                "metric",
                Metric.class,
                Stream.of(NumberMetric.ALL, LabelMetric.ALL)
                        .<Metric>flatMap(List::stream)
                        .toList());
    }

    /**
     * The metrics of rows. One that is not defined for them is absent.
     *
     * @param rows at least one
     */
    Scores of(ScoredRows rows) {
        SortedMap<String, Double> values = new TreeMap<>();
        metrics.forEach((name, metric) -> {
            double value = rows.measure(metric);
            if (Double.isFinite(value)) {
                values.put(name, value);
            }
        });
        return new Scores(rows.size(), values);
    }
}
