package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;

/** The number, range, mean and, if asked for, the variance of the values of a numeric or boolean column. */
public final class Moments implements Measure<Moments.Sums, NumberSummary> {

    private final Variable variable;
    private final boolean squares;

    private Moments(Variable variable, boolean squares) {
        this.variable = variable;
        this.squares = squares;
    }

    /** With the variance. */
    public static Moments of(Variable variable) {
        return new Moments(variable, true);
    }

    /** Range and mean alone, which cost less. */
    public static Moments first(Variable variable) {
        return new Moments(variable, false);
    }

    /** What is kept while folding. */
    public static final class Sums {

        private long count;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private final ExactSum sum = ExactSum.ofNumbers();
        private final ExactSum squares = ExactSum.ofSquares();

        private Sums() {}
    }

    @Override
    public Sums start() {
        return new Sums();
    }

    @Override
    public void add(Sums state, Batch batch) {
        Column column = variable.of(batch);
        if (column instanceof Column.Doubles numbers) {
            addDoubles(state, numbers.values(), batch.rows());
        } else if (column instanceof Column.Longs numbers) {
            addLongs(state, numbers.values(), batch.rows());
        } else {
            addNumbers(state, column);
        }
    }

    private void addDoubles(Sums state, double[] values, int rows) {
        double min = state.min;
        double max = state.max;
        long count = 0;
        for (int row = 0; row < rows; row++) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                count++;
                min = Math.min(min, value);
                max = Math.max(max, value);
                state.sum.add(value);
            }
        }
        if (squares) {
            for (int row = 0; row < rows; row++) {
                if (!Double.isNaN(values[row])) {
                    state.squares.addSquare(values[row]);
                }
            }
        }
        state.count += count;
        state.min = min;
        state.max = max;
    }

    private void addLongs(Sums state, long[] values, int rows) {
        for (int row = 0; row < rows; row++) {
            long value = values[row];
            if (value != Column.Longs.MISSING) {
                state.count++;
                state.min = Math.min(state.min, (double) value);
                state.max = Math.max(state.max, (double) value);
                state.sum.add(value);
                if (squares) {
                    state.squares.addSquare(value);
                }
            }
        }
    }

    private void addNumbers(Sums state, Column column) {
        double[] values = new double[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.number(row);
        }
        addDoubles(state, values, values.length);
    }

    @Override
    public void merge(Sums state, Sums other) {
        state.count += other.count;
        state.min = Math.min(state.min, other.min);
        state.max = Math.max(state.max, other.max);
        state.sum.add(other.sum);
        state.squares.add(other.squares);
    }

    @Override
    public NumberSummary value(Sums state) {
        return state.count == 0
                ? NumberSummary.NONE
                : new NumberSummary(
                        state.count,
                        state.min + 0.0,
                        state.max + 0.0,
                        Mean.of(state.sum, state.count),
                        squares ? Mean.variance(state.sum, state.squares, state.count) : Double.NaN);
    }
}
