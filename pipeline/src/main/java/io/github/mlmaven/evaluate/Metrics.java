package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.spec.AskedMetric;
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

    private final Map<AskedMetric, Metric> metrics = new LinkedHashMap<>();
    private final double confidence;

    /**
     * Metrics.
     *
     * @param confidence of their intervals, in (0, 1)
     * @throws io.github.mlmaven.api.MlException if no code measures one of them
     */
    Metrics(List<AskedMetric> asked, double confidence) {
        Extensions<Metric> known = known();
        this.confidence = confidence;
        asked.forEach(metric -> metrics.put(metric, code(metric, known)));
    }

    /**
     * The code of a metric, told what it is told.
     *
     * @throws io.github.mlmaven.api.MlException if there is none
     */
    static Metric code(AskedMetric metric) {
        return code(metric, known());
    }

    private static Metric code(AskedMetric metric, Extensions<Metric> known) {
        Metric code = known.named(metric.descriptor().name());
        return metric.descriptor().parameters().isEmpty() ? code : code.told(metric.arguments());
    }

    /** All metrics that there is code for. */
    static Extensions<Metric> known() {
        return Extensions.of(
                "metric",
                Metric.class,
                Stream.<Metric>concat(
                                Stream.concat(NumberMetric.ALL.stream(), LabelMetric.ALL.stream()),
                                Stream.concat(ToldNumbers.ALL.stream(), ToldLabels.ALL.stream())
                                        .filter(told -> LabelMetric.ALL.stream()
                                                .noneMatch(
                                                        metric -> metric.name().equals(told.name()))))
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
        metrics.forEach((asked, metric) -> {
            double value = rows.measure(metric);
            if (Double.isFinite(value)) {
                values.put(asked.name(), value);
                intervals.of(asked, value).ifPresent(interval -> found.put(asked.name(), interval));
            }
        });
        return new Scores(rows.size(), values, found);
    }
}
