package io.github.mlmaven.measure;

/**
 * What the numbers of a column say together, each the nearest double of the exact result.
 *
 * @param count of values
 * @param min NaN without values, as all that follow
 * @param variance the mean square of the distances from the mean; NaN where it was not asked for, infinite beyond a double
 */
public record NumberSummary(long count, double min, double max, double mean, double variance) {

    public static final NumberSummary NONE = new NumberSummary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** The square root of the variance. */
    public double deviation() {
        return Math.sqrt(variance);
    }
}
