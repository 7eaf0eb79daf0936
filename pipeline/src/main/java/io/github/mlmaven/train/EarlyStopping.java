package io.github.mlmaven.train;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Watches the loss on held-out rows, and says when it has not fallen for too long. */
final class EarlyStopping {

    static final String ROWS = "validation";

    private final DMatrix[] rows;
    private final int patience;
    private double best = Double.POSITIVE_INFINITY;
    private int bestRounds;

    /**
     * Watches some rows.
     *
     * @param patience rounds without progress after which to stop, at least 1
     */
    EarlyStopping(DMatrix rows, int patience) {
        this.rows = new DMatrix[] {rows};
        this.patience = patience;
    }

    /** Whether to stop after a round, counted from 0. */
    boolean stopsAfter(Booster booster, int round) throws XGBoostError {
        double loss = loss(booster.evalSet(rows, new String[] {ROWS}, round));
        if (loss < best) {
            best = loss;
            bestRounds = round + 1;
        }
        return round + 1 - bestRounds >= patience;
    }

    /** How many rounds had the lowest loss, the fewest of equals. */
    int bestRounds() {
        return Math.max(1, bestRounds);
    }

    // "[3]\tvalidation-logloss:0.41": the objective's own loss, which falls when the model improves.
    private static double loss(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(':') + 1).strip());
    }
}
