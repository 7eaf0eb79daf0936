package io.github.mlmaven.train;

import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.TrainingSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trains boosted trees and forests by XGBoost's histogram method. The same rows and settings make the same bytes. */
final class TreeTrainer {

    private final SortedMap<String, Object> parameters;
    private final boolean startsFromShare;
    private final int threads;
    private final Progress progress;

    /**
     * A trainer.
     *
     * @param parameters what XGBoost is told that can change the result, by its own names
     * @param startsFromShare whether boosters start from the share of label 1 in the training rows
     * @param threads changes the time, never the result
     */
    TreeTrainer(SortedMap<String, Object> parameters, boolean startsFromShare, int threads, Progress progress) {
        this.parameters = parameters;
        this.startsFromShare = startsFromShare;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Grows all trees at once.
     *
     * @param width 1, or the number of labels, each of which gets trees of its own
     * @return the booster, to be disposed of
     */
    Booster forest(EncodedRows training, int width) {
        NativeXgboost.load(progress);
        return with(training, rows -> {
            Booster booster = start(rows, Map.of());
            progress.tick("forest", 0, 1);
            if (width == 1) {
                booster.update(rows, 0);
            } else {
                Shares shares = Shares.of(training.labels(), width);
                booster.boost(rows, 0, shares.gradients(), shares.hessians());
            }
            progress.tick("forest", 1, 1);
            return booster;
        });
    }

    /**
     * Grows trees round by round.
     *
     * @param patience rounds without progress on the validation rows after which it stops; 0 never stops early
     * @return the booster, to be disposed of
     */
    Booster boost(TrainingSet rows, int rounds, int patience) {
        NativeXgboost.load(progress);
        return with(rows.training(), training -> {
            if (patience == 0) {
                return boost(training, start(training, Map.of()), rounds, Optional.empty());
            }
            return with(rows.validation().orElseThrow(), held -> {
                Booster booster = start(training, Map.of(EarlyStopping.ROWS, held));
                return boost(training, booster, rounds, Optional.of(new EarlyStopping(held, patience)));
            });
        });
    }

    private static Booster with(EncodedRows rows, Growing growing) {
        return NativeXgboost.call(() -> {
            DMatrix matrix = matrix(rows);
            try {
                return growing.grow(matrix);
            } finally {
                matrix.dispose();
            }
        });
    }

    /** Grows trees on rows that XGBoost holds. */
    @FunctionalInterface
    private interface Growing {
        Booster grow(DMatrix rows) throws XGBoostError;
    }

    private Booster boost(DMatrix rows, Booster booster, int rounds, Optional<EarlyStopping> stopping)
            throws XGBoostError {
        for (int round = 0; round < rounds; round++) {
            booster.update(rows, round);
            progress.tick("training round", round + 1, rounds);
            if (stopping.isPresent() && stopping.get().stopsAfter(booster, round)) {
                break;
            }
        }
        if (stopping.isEmpty() || stopping.get().bestRounds() == booster.getNumBoostedRound()) {
            return booster;
        }
        int best = stopping.get().bestRounds();
        progress.info("Training stopped early: " + best + " of at most " + rounds + " rounds are best.");
        return Rounds.keepFirst(booster, best);
    }

    // No rounds: XGBoost.train evaluates after each round, and cannot tell how far it is.
    private Booster start(DMatrix rows, Map<String, DMatrix> held) throws XGBoostError {
        Map<String, Object> told = new LinkedHashMap<>(parameters);
        told.put("nthread", threads);
        told.put("verbosity", 0);
        if (startsFromShare) {
            told.put("base_score", BaseScore.of(rows, told));
        }
        return XGBoost.train(rows, told, 0, held, null, null);
    }

    private static DMatrix matrix(EncodedRows encoded) throws XGBoostError {
        DMatrix rows = new DMatrix(encoded.values(), encoded.rows(), encoded.features(), Float.NaN);
        rows.setLabel(floats(encoded.labels()));
        return rows;
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
