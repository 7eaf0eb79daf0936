package io.github.mlmaven.train;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.model.TreePredictor;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The probability that a booster of two labels starts from: the share of the second label, moved by as few last bits as make
 * its margin the same in XGBoost, which takes a logarithm of floats from the C library, and in plain Java.
 */
final class BaseScore {

    private static final int MOST_STEPS = 1_000;

    private BaseScore() {}

    static float of(DMatrix rows, Map<String, Object> parameters) throws XGBoostError {
        float score = share(rows.getLabel());
        DMatrix first = rows.slice(new int[] {0});
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                if (isSameMargin(first, parameters, score)) {
                    return score;
                }
                score = score < 0.5f ? Math.nextUp(score) : Math.nextDown(score);
            }
        } finally {
            first.dispose();
        }
        throw new IllegalStateException("no base score near " + score + " has the same margin in XGBoost and in Java");
    }

    private static boolean isSameMargin(DMatrix row, Map<String, Object> parameters, float score) throws XGBoostError {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("base_score", score);
        Booster empty = XGBoost.train(row, all, 0, Map.of(), null, null);
        try {
            float expected = empty.predict(row, true)[0][0];
            return TreePredictor.of(empty.toByteArray("ubj"), Task.CLASSIFICATION)
                            .margins(new float[0], 0)[0]
                    == expected;
        } finally {
            empty.dispose();
        }
    }

    private static float share(float[] labels) {
        long ones = 0;
        for (float label : labels) {
            ones += label == 1 ? 1 : 0;
        }
        return (float) ((double) ones / labels.length);
    }
}
