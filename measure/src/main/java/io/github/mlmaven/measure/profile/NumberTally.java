package io.github.mlmaven.measure.profile;

import io.github.mlmaven.measure.ExactSum;
import io.github.mlmaven.measure.Hash;
import io.github.mlmaven.measure.HyperLogLog;
import io.github.mlmaven.measure.Mean;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.profile.ColumnStatistics.Numbers;
import org.jspecify.annotations.Nullable;

/** What is kept of the numbers of a column. */
final class NumberTally {

    private final int most;
    private long count;
    private long zeros;
    private long negatives;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private final ExactSum sum = ExactSum.ofNumbers();
    private final ExactSum squares = ExactSum.ofSquares();
    private final NumberGrid grid;
    /** Once the grid does not tell all numbers apart. */
    private @Nullable HyperLogLog many;

    NumberTally(int most) {
        this.most = most;
        this.grid = new NumberGrid(most);
    }

    /** Adds a finite number. */
    void add(double found) {
        double number = found + 0.0;
        count++;
        zeros += number == 0 ? 1 : 0;
        // The sign's bit, without a condition, as signs cannot be foretold.
        negatives += Double.doubleToRawLongBits(number) >>> 63;
        min = Math.min(min, number);
        max = Math.max(max, number);
        sum.add(number);
        squares.addSquare(number);
        if (many == null && grid.size() >= most) {
            many = estimate();
        }
        if (many != null) {
            many.add(Hash.of(number));
        }
        grid.add(number);
    }

    /** Of the numbers of a grid that tells them apart. */
    private HyperLogLog estimate() {
        HyperLogLog estimate = new HyperLogLog();
        grid.forEach((cell, cellCount) -> estimate.add(Hash.of(NumberGrid.number(cell))));
        return estimate;
    }

    /** Adds the numbers of another, which stays as it is. */
    void add(NumberTally other) {
        HyperLogLog estimate = many == null ? estimate() : many;
        estimate.add(other.many == null ? other.estimate() : other.many);
        grid.add(other.grid);
        many = many != null || other.many != null || !grid.isExact() || grid.size() >= most ? estimate : null;
        count += other.count;
        zeros += other.zeros;
        negatives += other.negatives;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        sum.add(other.sum);
        squares.add(other.squares);
    }

    /** How many different numbers there are, as far as that is known. */
    long distinct() {
        return grid.isExact() || many == null ? grid.size() : Math.max(most + 1L, many.estimate());
    }

    boolean isExact() {
        return grid.isExact();
    }

    Numbers value() {
        NumberSummary summary = count == 0
                ? NumberSummary.NONE
                : new NumberSummary(count, min, max, Mean.of(sum, count), Mean.variance(sum, squares, count));
        return new Numbers(summary, zeros, negatives, grid.distribution(max));
    }
}
