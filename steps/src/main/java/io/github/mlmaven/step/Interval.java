package io.github.mlmaven.step;

/**
 * Where the true value of a metric probably is.
 *
 * @param low finite, at most {@code high}
 * @param high finite
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    /**
     * Of the difference of two values that were measured on other rows: G. Y. Zou and A. Donner, "Construction of confidence
     * limits about effect measures", 2008, (3).
     */
    public static Interval ofDifference(double value, Interval of, double from, Interval ofFrom) {
        double difference = value - from;
        double less = StrictMath.hypot(value - of.low, ofFrom.high - from);
        double more = StrictMath.hypot(of.high - value, from - ofFrom.low);
        return new Interval(difference - less, difference + more);
    }
}
