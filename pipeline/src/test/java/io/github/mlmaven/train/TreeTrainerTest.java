package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTrainerTest {

    @ParameterizedTest
    @CsvSource({"0,reg:squarederror", "3,multi:softprob"})
    void rounds_one_by_one_make_the_booster_of_one_call(int labels, String objective) throws XGBoostError {
        EncodedRows rows = Samples.rows(300, labels, 1);
        DMatrix matrix = new DMatrix(rows.values(), rows.rows(), rows.features(), Float.NaN);
        matrix.setLabel(TreeTrainer.floats(rows.labels()));
        Map<String, Object> parameters = new TreeMap<>(
                Map.of("objective", objective, "tree_method", "hist", "max_depth", 6, "eta", 0.3, "seed", 42));
        // Sampling draws from where the round before left off: rounds in another order or anew would tell.
        parameters.put("subsample", 0.7);
        parameters.put("colsample_bytree", 0.5);
        if (labels > 0) {
            parameters.put("num_class", labels);
        }
        Map<String, String> ours = Map.of("rounds", "5", "subsample", "0.7", "column-sample", "0.5");

        assertThat(bytes(boost(Samples.set(300, labels), ours, 1, Progress.SILENT)))
                .isEqualTo(XGBoost.train(matrix, parameters, 5, Map.of(), null, null)
                        .toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"xgboost,0", "xgboost,2", "xgboost,3", "random-forest,0", "random-forest,2", "random-forest,3"})
    void the_number_of_threads_changes_no_byte(String trainer, int labels) {
        TrainingSet rows = Samples.set(500, labels);
        Map<String, String> parameters =
                Map.of("subsample", "0.7", "column-sample", "0.5", trainer.equals("xgboost") ? "rounds" : "trees", "5");

        byte[] one = Trainers.known()
                .named(trainer)
                .train(rows, settings(trainer, parameters, 1), Progress.SILENT)
                .bytes();
        byte[] two = Trainers.known()
                .named(trainer)
                .train(rows, settings(trainer, parameters, 2), Progress.SILENT)
                .bytes();

        assertThat(one).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource({"0", "2", "3"})
    void early_stopping_keeps_the_rounds_that_a_shorter_training_makes(int labels) throws XGBoostError {
        TrainingSet rows = Samples.set(300, labels);
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void info(String text) {
                said.add(text);
            }
        };

        Booster stopped = boost(rows, Map.of("rounds", "200", "early-stopping", "5"), 1, progress);

        int rounds = stopped.getNumBoostedRound();
        assertThat(rounds).isBetween(1, 194);
        assertThat(said).containsExactly("Training stopped early: " + rounds + " of at most 200 rounds are best.");
        assertThat(bytes(stopped))
                .isEqualTo(bytes(boost(rows, Map.of("rounds", Integer.toString(rounds)), 1, Progress.SILENT)));
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

        boost(Samples.set(20, 0), Map.of("rounds", "2"), 1, progress);

        assertThat(ticks).containsExactly("training round 1/2", "training round 2/2");
    }

    private static Booster boost(TrainingSet rows, Map<String, String> parameters, int threads, Progress progress) {
        TrainerSettings settings = settings("xgboost", parameters, threads);
        BoostingSettings boosting = BoostingSettings.of(settings.arguments());
        return new TreeFit(rows, settings, TaskKind.of(rows.target()).boosted(), boosting.engine())
                .trainer(progress)
                .boost(rows, boosting.rounds(), boosting.patience());
    }

    private static TrainerSettings settings(String trainer, Map<String, String> parameters, int threads) {
        return new TrainerSettings(Arguments.of(Catalog.builtIn().trainer(trainer), parameters), 42, threads);
    }

    private static byte[] bytes(Booster booster) {
        try {
            return booster.toByteArray();
        } catch (XGBoostError e) {
            throw new AssertionError(e);
        }
    }
}
