package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;

/** Whether predictions are right as often as they say: M. P. Naeini et al., "Obtaining well calibrated probabilities", 2015. */
final class Calibration {

    /** As many bins as C. Guo et al., "On calibration of modern neural networks", 2017, have. */
    private static final int BINS = 15;

    private Calibration() {}

    /** The mean over rows of how far their bin's mean probability of the predicted label is from the share that is right. */
    static double error(ScoredLabels rows) {
        double[] gaps = new double[BINS];
        for (int row = 0; row < rows.size(); row++) {
            int predicted = rows.predicted(row);
            double probability = rows.probability(row, predicted);
            gaps[bin(probability)] += probability - (rows.label(row) == predicted ? 1 : 0);
        }
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.abs(gap);
        }
        return sum / rows.size();
    }

    /** Bins have their upper end and not their lower one. */
    private static int bin(double probability) {
        return Math.min(BINS, Math.max(1, (int) Math.ceil(probability * BINS))) - 1;
    }
}
