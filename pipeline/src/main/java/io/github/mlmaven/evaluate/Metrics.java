package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The metrics that an evaluation measures. */
final class Metrics {

    private final Map<MetricDescriptor, Metric> metrics = new LinkedHashMap<>();
    private final double confidence;

    /**
     * Metrics.
     *
     * @param confidence of their intervals, in (0, 1)
     * @throws io.github.mlmaven.api.MlException if no code measures one of them
     */
    Metrics(List<MetricDescriptor> descriptors, double confidence) {
        Extensions<Metric> known = known();
        this.confidence = confidence;
        descriptors.forEach(descriptor -> metrics.put(descriptor, known.named(descriptor.name())));
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
     * The metrics of rows, and their intervals. One that is not defined for them is absent.
     *
     * @param rows at least one
     * @param groups of these rows
     */
    Scores of(ScoredRows rows, Groups groups) {
        SortedMap<String, Double> values = new TreeMap<>();
        SortedMap<String, Interval> found = new TreeMap<>();
        Intervals intervals = new Intervals(confidence, rows, groups);
        metrics.forEach((descriptor, metric) -> {
            double value = rows.measure(metric);
            if (Double.isFinite(value)) {
                values.put(descriptor.name(), value);
                intervals.of(descriptor, value).ifPresent(interval -> found.put(descriptor.name(), interval));
            }
        });
        return new Scores(rows.size(), values, found);
    }
}
