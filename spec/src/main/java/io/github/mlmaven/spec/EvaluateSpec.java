package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the evaluation reports beside the task's usual metrics.
 *
 * @param metrics the names of {@link AskedMetric}s
 */
public record EvaluateSpec(
        @Doc("Metrics beside the usual ones of the task and those of the gates.")
        @Default("[]")
        @Example("[brier, {name: f-beta, beta: 2, label: fraud}]")
        @AtMost(100)
        @Named(MetricDescriptor.class)
        List<String> metrics,

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

    /**
     * Rows that share a value of a column, or a range of numbers, or that of several columns at once; or those for which a
     * condition is true.
     */
    @Shorthand("column")
    public record SliceSpec(
            @Doc("The column.") Optional<String> column,

            @Doc("Inner bounds of the ranges of a numeric column, rising: [1, 2] makes (-inf, 1), [1, 2), [2, inf).")
            @Default("[]")
            @Example("[1, 2]")
            @AtMost(1_000)
            List<Double> bins,

            @Doc("How many ranges of a numeric column have as many test rows each: 4 makes quarters.")
            OptionalLong quantiles,

            @Doc("Other columns, categories or booleans: each combination of values that occurs is then a slice.")
            @Default("[]")
            @Example("[clarity]")
            @AtMost(3)
            List<String> with,

            @Doc("An SQL condition in place of a column: the rows for which it is true are one slice.")
            @Example("carat > 2 and cut = 'Ideal'")
            Optional<String> where,

            @Doc("What the slice of a condition is called.") Optional<String> name) {

        public SliceSpec {
            bins = List.copyOf(bins);
            with = List.copyOf(with);
        }

        /** What gates and results call it: {@code cut}, or {@code cut x clarity}; of a condition its name. */
        public String title() {
            return Stream.of(name.stream(), column.stream(), with.stream())
                    .flatMap(names -> names)
                    .collect(Collectors.joining(" x "));
        }

        /** Whether it is of ranges. */
        public boolean isOfRanges() {
            return !bins.isEmpty() || quantiles.isPresent();
        }
    }
}
