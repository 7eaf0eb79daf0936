package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import org.tribuo.RealInfo;

/** Mean, deviation and range of encoded values, in one pass in their order (Welford 1962), as Tribuo's models tell them. */
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

    /** The standard deviation: 1 where the values do not vary. */
    double deviation() {
        double deviation = finite(count == 0 ? 0 : Math.sqrt(squares / count));
        return min == max || deviation == 0 ? 1 : deviation;
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
