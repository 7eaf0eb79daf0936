package io.github.mlmaven.measure.profile;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.measure.Frequency;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.ValueCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the cells of a column say together.
 *
 * @param rows that were looked at
 * @param values rows that have a value
 * @param distinct how many different values
 * @param numbers of a column of numbers, or of booleans as 0 and 1
 * @param texts of a column of texts
 */
public record ColumnStatistics(
        long rows, long values, Distinct distinct, Optional<Numbers> numbers, Optional<Texts> texts) {

    /**
     * How many different values there are.
     *
     * @param isExact whether it is counted: otherwise it is an estimate with the error of HyperLogLog
     */
    public record Distinct(long count, boolean isExact) {}

    /**
     * What numbers are.
     *
     * @param summary each the nearest double of the exact result
     */
    public record Numbers(NumberSummary summary, long zeros, long negatives, Distribution distribution) {

        /**
         * The different numbers, if they are all told apart.
         *
         * @param truths whether they stand for {@code false} and {@code true}
         */
        public ValueCounts values(boolean truths) {
            List<Frequency> rising = new ArrayList<>();
            for (int cell = 0; cell < distribution.cells() && distribution.isExact(); cell++) {
                double number = distribution.lowest(cell);
                String text = truths ? Boolean.toString(number == 1) : Column.decimal(number);
                rising.add(new Frequency(text, distribution.count(cell)));
            }
            return new ValueCounts(distribution.isExact(), rising);
        }
    }

    /**
     * What texts are.
     *
     * @param lengths none without values
     */
    public record Texts(ValueCounts values, Optional<Lengths> lengths) {}

    /** Lengths in code points. */
    public record Lengths(long min, long max, double mean) {}
}
