package io.github.mlmaven.spec;

import java.util.List;

/** What the evaluation reports beside the task's metrics. */
public record EvaluateSpec(
        @Doc("Columns whose values, or ranges of values, get metrics of their own.")
        @Default("[]")
        @Example("[cut, {column: carat, bins: [1, 2]}]")
        @AtMost(1_000)
        List<SliceSpec> slices) {

    public EvaluateSpec {
        slices = List.copyOf(slices);
    }

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
