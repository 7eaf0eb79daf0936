package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Training.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTrainerTest {

    @Test
    void rounds_one_by_one_make_the_booster_of_one_call() throws XGBoostError {
        Matrix rows = rows(300, 0, 1);
        DMatrix matrix = new DMatrix(rows.values(), rows.rows(), rows.features(), Float.NaN);
        matrix.setLabel(TreeTrainer.floats(rows.labels()));
        Map<String, Object> parameters =
                Map.of("objective", "reg:squarederror", "tree_method", "hist", "max_depth", 6, "eta", 0.3, "seed", 42);

        assertThat(train(rows, 0, 1, Map.of("rounds", "5")))
                .isEqualTo(XGBoost.train(matrix, parameters, 5, Map.of(), null, null)
                        .toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"xgboost,0", "xgboost,2", "xgboost,3", "random-forest,0", "random-forest,2", "random-forest,3"})
    void the_number_of_threads_changes_no_byte(String trainer, int labels) {
        Matrix rows = rows(500, labels, 1);
        Settings settings =
                settings(trainer, Map.of("subsample", "0.7", "column-sample", "0.5", "rounds", "5", "trees", "5"));

        assertThat(bytes(new TreeTrainer(settings, labels, 1, Progress.SILENT).train(rows, Optional.empty())))
                .isEqualTo(bytes(new TreeTrainer(settings, labels, 2, Progress.SILENT).train(rows, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"0", "2", "3"})
    void early_stopping_keeps_the_rounds_that_a_shorter_training_makes(int labels) throws XGBoostError {
        Matrix rows = rows(300, labels, 1);
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void info(String text) {
                said.add(text);
            }
        };
        Settings settings = settings("xgboost", Map.of("rounds", "200", "early-stopping", "5"));

        Booster stopped = new TreeTrainer(settings, labels, 1, progress).train(rows, Optional.of(rows(200, labels, 2)));

        int rounds = stopped.getNumBoostedRound();
        assertThat(rounds).isBetween(1, 194);
        assertThat(said).containsExactly("Training stopped early: " + rounds + " of at most 200 rounds are best.");
        assertThat(bytes(stopped)).isEqualTo(train(rows, labels, 1, Map.of("rounds", Integer.toString(rounds))));
    }

    @Test
    void each_round_is_told() {
        List<String> ticks = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void tick(String what, long done, long total) {
                ticks.add(what + " " + done + "/" + total);
            }
        };

        new TreeTrainer(settings("xgboost", Map.of("rounds", "2")), 0, 1, progress)
                .train(rows(20, 0, 1), Optional.empty());

        assertThat(ticks).containsExactly("training round 1/2", "training round 2/2");
    }

    static byte[] train(Matrix rows, int labels, int threads, Map<String, String> parameters) {
        Settings settings = settings("xgboost", parameters);
        return bytes(new TreeTrainer(settings, labels, threads, Progress.SILENT).train(rows, Optional.empty()));
    }

    static Settings settings(String trainer, Map<String, String> parameters) {
        SortedMap<String, String> all = new TreeMap<>();
        for (Parameter parameter : Catalog.builtIn().trainer(trainer).parameters()) {
            all.put(parameter.name(), parameters.getOrDefault(parameter.name(), parameter.defaultValue()));
        }
        return new Settings(trainer, 42, all);
    }

    private static byte[] bytes(Booster booster) {
        try {
            return booster.toByteArray();
        } catch (XGBoostError e) {
            throw new AssertionError(e);
        }
    }

    /** Rows whose label depends on the first two of four features, with noise and missing values. */
    private static Matrix rows(int count, int labels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * 4];
        double[] truth = new double[count];
        for (int row = 0; row < count; row++) {
            for (int feature = 0; feature < 4; feature++) {
                values[row * 4 + feature] = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat();
            }
            float first = Float.isNaN(values[row * 4]) ? 0.5f : values[row * 4];
            double score = first + 0.3 * random.nextGaussian();
            truth[row] = labels == 0 ? 100 * score : Math.max(0, Math.min(labels - 1, Math.floor(score * labels)));
        }
        return new Matrix(4, values, truth);
    }
}
