package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import java.util.List;

/** What the evaluation reports beside the task's usual metrics. */
public record EvaluateSpec(
        @Doc("Metrics beside the usual ones of the task and those of the gates.")
        @Default("[]")
        @Example("[brier, mcc]")
        @AtMost(100)
        List<MetricSpec> metrics,

        @Doc("Columns whose values, or ranges of values, get metrics of their own.")
        @Default("[]")
        @Example("[cut, {column: carat, bins: [1, 2]}]")
        @AtMost(1_000)
        List<SliceSpec> slices,

        @Doc("How often the intervals of metrics hold the true value, from 50% to 99.99%.") @Default("95%")
        Share confidence) {

    /** What is evaluated unasked. */
    public static final EvaluateSpec USUAL = new EvaluateSpec(List.of(), List.of(), new Share(0.95));

    public EvaluateSpec {
        metrics = List.copyOf(metrics);
        slices = List.copyOf(slices);
    }

    /** A metric that somebody asks for. */
    @Shorthand("metric")
    public record MetricSpec(
            @Doc("The metric.") @Named(MetricDescriptor.class)
            String metric) {}

    /** Rows that share a value of a column, or a range of numbers. */
    @Shorthand("column")
    public record SliceSpec(
            @Doc("The column.") String column,

            @Doc("Inner bounds of the ranges of a numeric column, rising: [1, 2] makes (-inf, 1), [1, 2), [2, inf).")
            @Default("[]")
            @Example("[1, 2]")
            @AtMost(1_000)
            List<Double> bins) {

        public SliceSpec {
            bins = List.copyOf(bins);
        }
    }
}
