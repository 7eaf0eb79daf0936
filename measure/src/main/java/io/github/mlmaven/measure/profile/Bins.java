package io.github.mlmaven.measure.profile;

/**
 * Counts between edges; not copied.
 *
 * @param edges rising
 * @param counts of the bins
 */
@SuppressWarnings("ArrayRecordComponent") // It is taken apart by who asked for it, and compared with nothing.
public record Bins(double[] edges, long[] counts) {

    static final Bins NONE = new Bins(new double[0], new long[0]);
}
