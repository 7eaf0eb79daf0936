package io.github.mlmaven.train;

import io.github.mlmaven.spec.Trainer;
import io.github.mlmaven.step.Training.Settings;
import io.github.mlmaven.worker.Progress;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trains boosted trees and forests by XGBoost's histogram method. The same rows and settings make the same bytes. */
final class TreeTrainer {

    private static final Map<String, String> XGBOOST_NAMES = Map.ofEntries(
            Map.entry("max-depth", "max_depth"),
            Map.entry("learning-rate", "eta"),
            Map.entry("min-child-weight", "min_child_weight"),
            Map.entry("subsample", "subsample"),
            Map.entry("lambda", "lambda"),
            Map.entry("alpha", "alpha"),
            Map.entry("gamma", "gamma"),
            Map.entry("max-bins", "max_bin"));

    private final Settings settings;
    private final int labels;
    private final int threads;
    private final Progress progress;

    /**
     * A trainer.
     *
     * @param labels how many labels a classification has; 0 for a regression
     * @param threads changes the time, never the result
     */
    TreeTrainer(Settings settings, int labels, int threads, Progress progress) {
        this.settings = settings;
        this.labels = labels;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Trains.
     *
     * @param validation rows that decide when to stop; used with early stopping only
     * @return the booster, to be disposed of
     */
    Booster train(Matrix training, Optional<Matrix> validation) {
        NativeXgboost.load(progress);
        return NativeXgboost.call(() -> {
            DMatrix rows = matrix(training);
            try {
                return settings.trainer() == Trainer.RANDOM_FOREST ? forest(rows) : boost(rows, validation);
            } finally {
                rows.dispose();
            }
        });
    }

    private Booster forest(DMatrix rows) throws XGBoostError {
        Booster booster = start(rows, Map.of());
        progress.tick("forest", 0, 1);
        booster.update(rows, 0);
        progress.tick("forest", 1, 1);
        return booster;
    }

    private Booster boost(DMatrix rows, Optional<Matrix> validation) throws XGBoostError {
        int patience = whole("early-stopping");
        if (patience == 0) {
            return boost(rows, start(rows, Map.of()), Optional.empty());
        }
        DMatrix held = matrix(validation.orElseThrow());
        try {
            Booster booster = start(rows, Map.of(EarlyStopping.ROWS, held));
            return boost(rows, booster, Optional.of(new EarlyStopping(held, patience)));
        } finally {
            held.dispose();
        }
    }

    private Booster boost(DMatrix rows, Booster booster, Optional<EarlyStopping> stopping) throws XGBoostError {
        int rounds = whole("rounds");
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
        Map<String, Object> parameters = engineParameters();
        if (labels == 2) {
            parameters.put("base_score", BaseScore.of(rows, parameters));
        }
        return XGBoost.train(rows, parameters, 0, held, null, null);
    }

    private static DMatrix matrix(Matrix matrix) throws XGBoostError {
        DMatrix rows = new DMatrix(matrix.values(), matrix.rows(), matrix.features(), Float.NaN);
        rows.setLabel(floats(matrix.labels()));
        return rows;
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private Map<String, Object> engineParameters() {
        Map<String, Object> parameters = new LinkedHashMap<>(parameters());
        parameters.put("nthread", threads);
        parameters.put("verbosity", 0);
        return parameters;
    }

    /** What XGBoost is told that can change the result, by its own names. */
    SortedMap<String, Object> parameters() {
        SortedMap<String, Object> parameters = new TreeMap<>();
        parameters.put("tree_method", "hist");
        parameters.put("seed", settings.seed());
        settings.parameters().forEach((name, value) -> {
            String key = XGBOOST_NAMES.get(name);
            if (key != null) {
                parameters.put(key, value);
            }
        });
        objective(parameters);
        if (settings.trainer() == Trainer.RANDOM_FOREST) {
            parameters.put("num_parallel_tree", whole("trees"));
            parameters.put("colsample_bynode", settings.parameters().get("column-sample"));
            parameters.put("eta", 1);
            // The leaves of a forest are means; as XGBoost's own random forest does it.
            parameters.put("lambda", 1e-5);
        } else {
            parameters.put("colsample_bytree", settings.parameters().get("column-sample"));
        }
        return parameters;
    }

    private void objective(Map<String, Object> parameters) {
        if (labels == 0) {
            parameters.put("objective", "reg:squarederror");
        } else if (labels == 2) {
            parameters.put("objective", "binary:logistic");
        } else {
            parameters.put("objective", "multi:softprob");
            parameters.put("num_class", labels);
        }
    }

    private int whole(String parameter) {
        return new BigDecimal(settings.parameters().get(parameter)).intValueExact();
    }
}
