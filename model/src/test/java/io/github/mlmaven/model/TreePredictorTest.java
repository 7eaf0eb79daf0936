package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** Holds the flat trees against XGBoost itself, on rows with missing values. */
class TreePredictorTest {

    private static final int ROWS = 3_000;
    private static final int FEATURES = 7;

    private final float[] rows = rows();

    @Test
    void margins_of_a_regression_equal_xgboost_bit_for_bit() throws XGBoostError {
        isEqual(Map.of("objective", "reg:squarederror"), row -> 40 + 10 * value(row, 0) - value(row, 3));
    }

    @Test
    void margins_of_two_labels_equal_xgboost_bit_for_bit() throws XGBoostError {
        isEqual(Map.of("objective", "binary:logistic"), row -> value(row, 1) > 0.3 ? 1 : 0);
    }

    @Test
    void margins_of_many_labels_equal_xgboost_bit_for_bit() throws XGBoostError {
        isEqual(
                Map.of("objective", "multi:softprob", "num_class", 3),
                row -> value(row, 2) > 0.5 ? 2 : value(row, 4) > 0 ? 1 : 0);
    }

    @Test
    void margins_of_a_forest_equal_xgboost_bit_for_bit() throws XGBoostError {
        Map<String, Object> forest = new HashMap<>();
        forest.put("objective", "reg:squarederror");
        forest.put("num_parallel_tree", 20);
        forest.put("subsample", 0.63);
        forest.put("colsample_bynode", 0.5);
        forest.put("eta", 1);
        isEqual(forest, row -> value(row, 0) * value(row, 1));
    }

    @Test
    void a_forest_of_labels_equals_xgboost_bit_for_bit() throws XGBoostError {
        isEqual(
                Map.of("objective", "multi:softprob", "num_class", 3, "num_parallel_tree", 5, "subsample", 0.7),
                row -> value(row, 2) > 0.5 ? 2 : value(row, 4) > 0 ? 1 : 0);
    }

    @Test
    void a_booster_that_ends_early_is_refused() throws XGBoostError {
        byte[] whole = train(Map.of("objective", "reg:squarederror"), row -> value(row, 0), 2)
                .toByteArray("ubj");

        assertThatThrownBy(() -> TreePredictor.of(Arrays.copyOf(whole, whole.length / 2), Task.REGRESSION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreePredictor.of(new byte[] {'{'}, Task.REGRESSION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the UBJSON ends early");
    }

    @Test
    void a_booster_of_another_kind_is_refused() throws XGBoostError {
        byte[] linear = train(Map.of("objective", "reg:squarederror", "booster", "gblinear"), row -> value(row, 0), 2)
                .toByteArray("ubj");

        assertThatThrownBy(() -> TreePredictor.of(linear, Task.REGRESSION))
                .hasMessage("a booster of kind 'gblinear', only gbtree is supported");
    }

    @Test
    void trees_with_weights_of_their_own_are_refused() throws XGBoostError {
        byte[] dropped = train(Map.of("objective", "reg:squarederror", "rate_drop", 0.9), row -> value(row, 0), 9)
                .toByteArray("ubj");

        assertThatThrownBy(() -> TreePredictor.of(dropped, Task.REGRESSION))
                .hasMessage("trees with weights of their own (dropout), which are not supported");
    }

    @Test
    void trees_with_several_outputs_in_a_leaf_are_refused() throws XGBoostError {
        byte[] vectors = train(
                        Map.of("objective", "multi:softprob", "num_class", 3, "multi_strategy", "multi_output_tree"),
                        row -> row % 3,
                        2)
                .toByteArray("ubj");

        assertThatThrownBy(() -> TreePredictor.of(vectors, Task.REGRESSION))
                .hasMessage("a tree with several outputs in a leaf, which are not supported");
    }

    @Test
    void a_booster_with_a_flipped_byte_is_read_or_refused() throws XGBoostError {
        byte[] whole = train(Map.of("objective", "multi:softprob", "num_class", 3), row -> row % 3, 2)
                .toByteArray("ubj");
        int refused = 0;
        for (int i = 0; i < whole.length; i += 7) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x41;
            try {
                TreePredictor.of(flipped, Task.REGRESSION).margins(rows, 0);
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_booster_of_other_features_than_the_encoders_is_refused() throws XGBoostError {
        byte[] booster = train(Map.of("objective", "reg:squarederror"), row -> value(row, 0), 2)
                .toByteArray("ubj");
        byte[] file = ModelProto.newBuilder()
                .setClassName("org.tribuo.common.xgboost.XGBoostModel")
                .setSerializedData(Any.pack(XGBoostModelProto.newBuilder()
                        .addModels(ByteString.copyFrom(booster))
                        .build()))
                .build()
                .toByteArray();

        assertThatThrownBy(() -> ModelFormats.read(
                        TribuoFormats.TREES, file, List.of("a"), new Target(Task.REGRESSION, "y", List.of())))
                .hasMessage(
                        "model.pb cannot be read as a regression model: a booster of 7 features for an encoder of 1."
                                + " Train and package it with the same version of ml-model that loads it.");
    }

    @Test
    void an_objective_that_is_not_known_is_refused() throws XGBoostError {
        byte[] counts = train(Map.of("objective", "count:poisson"), row -> Math.abs(value(row, 0)), 2)
                .toByteArray("ubj");

        assertThatThrownBy(() -> TreePredictor.of(counts, Task.REGRESSION))
                .hasMessage("the objective 'count:poisson' is not supported");
    }

    private void isEqual(Map<String, Object> parameters, Label label) throws XGBoostError {
        Booster booster = train(parameters, label, 15);
        TreePredictor predictor = TreePredictor.of(booster.toByteArray("ubj"), Task.REGRESSION);
        DMatrix matrix = new DMatrix(rows, ROWS, FEATURES, Float.NaN);
        float[][] margins = booster.predict(matrix, true);
        float[][] outputs = booster.predict(matrix);
        double[] out = new double[predictor.outputs()];
        for (int row = 0; row < ROWS; row++) {
            assertThat(predictor.margins(rows, row * FEATURES)).containsExactly(margins[row]);
            predictor.predict(rows, row * FEATURES, out);
            for (int i = 0; i < outputs[row].length; i++) {
                double mine = outputs[row].length < out.length ? out[1] : out[i];
                assertThat(mine).isCloseTo(outputs[row][i], within(1e-6 * Math.max(1, Math.abs(outputs[row][i]))));
            }
        }
    }

    private Booster train(Map<String, Object> parameters, Label label, int rounds) throws XGBoostError {
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = label.of(row);
        }
        DMatrix matrix = new DMatrix(rows, ROWS, FEATURES, Float.NaN);
        matrix.setLabel(labels);
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("max_depth", 5);
        all.put("tree_method", "hist");
        all.put("nthread", 1);
        return XGBoost.train(matrix, all, rounds, Map.of(), null, null);
    }

    private float value(int row, int feature) {
        float value = rows[row * FEATURES + feature];
        return Float.isNaN(value) ? 0 : value;
    }

    private static float[] rows() {
        Random random = new Random(1);
        float[] rows = new float[ROWS * FEATURES];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        return rows;
    }

    private interface Label {
        float of(int row);
    }
}
