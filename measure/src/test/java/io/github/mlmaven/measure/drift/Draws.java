package io.github.mlmaven.measure.drift;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.measure.profile.Bins;
import io.github.mlmaven.measure.profile.ColumnMeasure;
import io.github.mlmaven.measure.profile.DriftEdges;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Rows and counts that chance makes. */
final class Draws {

    private Draws() {}

    static double normal(SplittableRandom random) {
        return Normal.quantile((random.nextLong() >>> 11) * 0x1p-53 + 0x1p-54);
    }

    /** Normal numbers one by one, and their bins as a profile has them. */
    static Bins bins(int rows, SplittableRandom random) {
        double[] values = new double[rows];
        Arrays.setAll(values, i -> normal(random));
        ColumnMeasure measure = new ColumnMeasure("x", batch -> new byte[batch.rows()], ColumnMeasure.most(100));
        ColumnMeasure.State state = measure.start();
        measure.add(state, Batch.of(values.length, Map.of("x", new Column.Doubles(values, values.length, List.of()))));
        return measure.value(state).all().numbers().orElseThrow().distribution().bins(DriftEdges.shares(values.length));
    }

    /** Normal numbers one by one, counted by bins. */
    static long[] counted(Bins bins, int rows, double shift, double scale, SplittableRandom random) {
        long[] counts = new long[bins.counts().length];
        for (int row = 0; row < rows; row++) {
            int at = Arrays.binarySearch(bins.edges(), normal(random) * scale + shift);
            counts[at >= 0 ? at + 1 : -at - 1]++;
        }
        return counts;
    }

    /** The shares that bins at the shares of a profile have of normal numbers that moved by little. */
    static double[] shares(long rows, double shift) {
        double[] edges = DriftEdges.shares(rows);
        double[] shares = new double[edges.length + 1];
        for (int k = 0; k <= edges.length; k++) {
            double low = k == 0 ? 0 : edges[k - 1];
            double high = k == edges.length ? 1 : edges[k];
            shares[k] = below(high, shift) - below(low, shift);
        }
        return shares;
    }

    /** The share of moved normal numbers below the quantile of a share: its derivatives are enough for so small a shift. */
    private static double below(double share, double shift) {
        if (share <= 0 || share >= 1) {
            return share;
        }
        double at = Normal.quantile(share);
        return share - shift * Normal.density(at) - shift * shift / 2 * at * Normal.density(at);
    }

    /** Rows by kind: each row is drawn where there are few, else the counts. */
    static long[] counts(double[] shares, long rows, SplittableRandom random) {
        if (rows <= 2_000) {
            return rowByRow(shares, rows, random);
        }
        long[] counts = new long[shares.length];
        long left = rows;
        double rest = 1;
        for (int k = 0; k < shares.length - 1; k++) {
            counts[k] = binomial(left, Math.min(1, shares[k] / rest), random);
            left -= counts[k];
            rest -= shares[k];
        }
        counts[shares.length - 1] = left;
        return counts;
    }

    private static long[] rowByRow(double[] shares, long rows, SplittableRandom random) {
        double[] below = shares.clone();
        for (int k = 1; k < below.length; k++) {
            below[k] += below[k - 1];
        }
        long[] counts = new long[shares.length];
        for (long row = 0; row < rows; row++) {
            int at = Arrays.binarySearch(below, random.nextDouble());
            counts[Math.min(counts.length - 1, at >= 0 ? at + 1 : -at - 1)]++;
        }
        return counts;
    }

    static long binomial(long rows, double share, SplittableRandom random) {
        double variance = rows * share * (1 - share);
        if (variance > 1000) {
            return Math.max(0, Math.min(rows, Math.round(rows * share + Math.sqrt(variance) * normal(random))));
        }
        long count = 0;
        for (long row = 0; row < rows; row++) {
            count += random.nextDouble() < share ? 1 : 0;
        }
        return count;
    }
}
