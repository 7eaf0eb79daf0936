package io.github.mlmaven.measure.profile;

import java.util.stream.IntStream;

/** The shares of the numbers between which they are counted to tell drift by. */
public final class DriftEdges {

    /** Of fewer numbers the tails are too thin to be bins of their own. */
    private static final long FEW = 1000;

    private static final int BINS_OF_FEW = 20;
    private static final int FEWEST_IN_BIN = 5;

    private static final double[] SHARES = {
        .005, .01, .025, .05, .1, .15, .2, .25, .3, .35, .4, .45, .5, .55, .6, .65, .7, .75, .8, .85, .9, .95, .975,
        .99, .995
    };

    private DriftEdges() {}

    /** Rising shares for a number of numbers: with tails of a thousand, of fewer those of even bins. */
    public static double[] shares(long count) {
        if (count >= FEW) {
            return SHARES.clone();
        }
        int bins = (int) Math.min(BINS_OF_FEW, count / FEWEST_IN_BIN);
        return IntStream.range(1, Math.max(1, bins))
                .mapToDouble(bin -> (double) bin / bins)
                .toArray();
    }
}
