package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Scale;
import java.util.Arrays;
import org.tribuo.RealInfo;

/** Mean, deviation and range of a column's values, in one pass in their order (Welford 1962). */
final class Statistics {

    private final String column;
    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /**
     * Statistics of no values.
     *
     * @param column for messages
     */
    Statistics(String column) {
        this.column = column;
    }

    /** Adds the numbers of a block's first column. */
    void addNumbers(double[][] block, int rows) {
        add(block[0], rows);
    }

    /** Adds the positions of a block's first column; a value that has none is no value. */
    void addPositions(double[][] block, int rows) {
        add(
                Arrays.stream(block[0], 0, rows)
                        .map(position -> position < 0 ? Double.NaN : position)
                        .toArray(),
                rows);
    }

    private void add(double[] values, int size) {
        for (int i = 0; i < size; i++) {
            add(values[i]);
        }
    }

    /** Adds a value; NaN is none. */
    void add(double value) {
        if (!Double.isNaN(value)) {
            count++;
            double distance = value - mean;
            mean += distance / count;
            squares += distance * (value - mean);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    /** The statistics in Tribuo's words. */
    RealInfo asInfo() {
        // The range that Tribuo gives to a feature without values is one that it does not read back.
        return count == 0
                ? new RealInfo(column, 0, 0, 0, 0, 0)
                : new RealInfo(column, Math.toIntExact(count), max, min, mean, squares);
    }

    /** 0 without values. */
    double mean() {
        return finite(mean);
    }

    /** What to subtract from a value. */
    double shift(Scale scale) {
        return switch (scale) {
            case AUTO, NONE -> 0;
            case STANDARD -> mean();
            case MIN_MAX -> count == 0 ? 0 : min;
        };
    }

    /** What to divide the rest by: 1 for a column that does not vary. */
    double scale(Scale scale) {
        double width = switch (scale) {
            case AUTO, NONE -> 1;
            case STANDARD -> count == 0 ? 0 : Math.sqrt(squares / count);
            case MIN_MAX -> count == 0 ? 0 : max - min;
        };
        return min == max || finite(width) == 0 ? 1 : width;
    }

    private double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new MlException(
                    "Column '" + column + "' has values so large that they cannot be scaled.",
                    "Give the column a smaller unit, or set min and max in the schema.");
        }
        return value;
    }
}
