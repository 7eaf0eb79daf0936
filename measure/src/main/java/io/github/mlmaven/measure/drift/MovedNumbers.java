package io.github.mlmaven.measure.drift;

import java.util.stream.LongStream;

/**
 * By how much numbers moved on average, in standard deviations: the distance of Wasserstein between the scores that bins have
 * in a normal distribution with the shares from before. So one far number does not decide, and the unit needs no scale.
 */
public final class MovedNumbers {

    /** The variance of scores is taken to be no less than this. */
    private static final double LEAST_VARIANCE = 0.25;

    private MovedNumbers() {}

    /**
     * The distance, of which the part that is noise is taken off the lower bound.
     *
     * @param before numbers by bin, at least one in each
     * @param now numbers by bin
     * @param error the chance that the lower bound does not hold, and that the upper does not
     */
    public static Moved moved(long[] before, long[] now, double error) {
        return moved(before, before, now, error);
    }

    /**
     * The distance in the standard deviations of other rows, so that many comparisons have one unit.
     *
     * @param scale numbers of the other rows by bin, at least one in each
     * @param before numbers by bin
     */
    public static Moved moved(long[] scale, long[] before, long[] now, double error) {
        long rows0 = LongStream.of(before).sum();
        long rows1 = LongStream.of(now).sum();
        if (rows0 == 0 || rows1 == 0) {
            return Moved.UNKNOWN;
        }
        double noise = 1.0 / rows0 + 1.0 / rows1;
        double[] scores = scores(scale);
        double[] signed = new double[before.length];
        double distance = 0;
        double chance = 0;
        long below0 = 0;
        long below1 = 0;
        for (int k = 0; k < before.length - 1; k++) {
            below0 += before[k];
            below1 += now[k];
            double step = scores[k + 1] - scores[k];
            double moved = (double) below1 / rows1 - (double) below0 / rows0;
            double pooled = ((double) below0 + below1) / (rows0 + rows1);
            distance += step * Math.abs(moved);
            chance += step * Math.sqrt(pooled * (1 - pooled) * noise);
            signed[k] = Math.signum(moved) * step;
        }
        double spread = Math.sqrt(noise * Math.max(LEAST_VARIANCE, variance(signed, before, now)));
        double reach = Normal.quantile(1 - error) * spread;
        return new Moved(distance, distance - Math.sqrt(2 / StrictMath.PI) * chance - reach, distance + reach);
    }

    /** The mean of a standard normal number within each bin. */
    private static double[] scores(long[] before) {
        long rows = LongStream.of(before).sum();
        double[] scores = new double[before.length];
        long below = 0;
        double density = 0;
        for (int k = 0; k < before.length; k++) {
            if (before[k] < 1) {
                throw new IllegalArgumentException("bin " + k + " had no number");
            }
            below += before[k];
            double next = below == rows ? 0 : Normal.density(Normal.quantile((double) below / rows));
            scores[k] = (density - next) * rows / before[k];
            density = next;
        }
        return scores;
    }

    /** The variance, over all rows, of the sum of the signed steps from a row's bin on. */
    private static double variance(double[] signed, long[] before, long[] now) {
        double rows = 0;
        double sum = 0;
        double squares = 0;
        double from = 0;
        for (int k = signed.length - 1; k >= 0; k--) {
            from += signed[k];
            double weight = (double) before[k] + now[k];
            rows += weight;
            sum += weight * from;
            squares += weight * from * from;
        }
        double mean = sum / rows;
        return squares / rows - mean * mean;
    }
}
