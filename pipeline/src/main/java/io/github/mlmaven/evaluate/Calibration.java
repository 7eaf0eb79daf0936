package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;

/** Whether predictions are right as often as they say: M. P. Naeini et al., "Obtaining well calibrated probabilities", 2015. */
final class Calibration {

    /** As many bins as C. Guo et al., "On calibration of modern neural networks", 2017, have. */
    private static final int BINS = 15;

    private Calibration() {}

    /** The mean over rows of how far their bin's mean probability of the predicted label is from the share that is right. */
    static double error(ScoredLabels rows) {
        double sum = 0;
        for (double gap : gaps(rows)) {
            sum += Math.abs(gap);
        }
        return sum / rows.size();
    }

    private static double[] gaps(ScoredLabels rows) {
        double[] gaps = new double[BINS];
        for (int row = 0; row < rows.size(); row++) {
            gaps[bin(confidence(rows, row), BINS)] += gap(rows, row);
        }
        return gaps;
    }

    private static double confidence(ScoredLabels rows, int row) {
        return rows.probability(row, rows.predicted(row));
    }

    private static double gap(ScoredLabels rows, int row) {
        return confidence(rows, row) - (rows.label(row) == rows.predicted(row) ? 1 : 0);
    }

    /** Bins have their upper end and not their lower one. */
    static int bin(double probability, int bins) {
        return Math.min(bins, Math.max(1, (int) Math.ceil(probability * bins))) - 1;
    }
}
