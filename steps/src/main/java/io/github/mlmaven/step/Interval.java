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
}
