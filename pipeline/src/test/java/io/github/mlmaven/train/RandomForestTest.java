package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.Predictor;
import io.github.mlmaven.spec.Catalog;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A leaf is the mean of its labels, or the share of a label in it; a prediction is the mean of the leaves. */
class RandomForestTest {

    /** No tree leaves a row or a feature out: all are the same tree. */
    private static final Map<String, String> ALL_OF_THEM = Map.of("subsample", "1", "column-sample", "1");

    /** Of rows with 0: a, a, a, b. Of rows with 1: b, b. */
    private static final TrainingSet TWO_LABELS = set(List.of("a", "b"), 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1);

    @Test
    void a_leaf_is_the_share_of_a_label_in_it() {
        assertThat(predict(TWO_LABELS, ALL_OF_THEM, 0)).containsExactly(new double[] {0.75, 0.25}, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"1", "10", "100", "333"})
    void a_forest_of_any_number_of_trees_is_certain_where_all_leaves_are_pure(int trees) {
        TrainingSet rows = set(List.of("a", "b"), 0, 0, 0, 0, 1, 1, 1, 1);
        Map<String, String> parameters =
                Map.of("subsample", "1", "column-sample", "1", "trees", Integer.toString(trees));

        assertThat(predict(rows, parameters, 0)).containsExactly(1, 0);
        assertThat(predict(rows, parameters, 1)).containsExactly(0, 1);
    }

    @Test
    void of_three_labels_each_leaf_is_the_share_of_each_label() {
        TrainingSet rows = set(List.of("a", "b", "c"), 0, 0, 0, 0, 0, 1, 0, 2, 1, 2, 1, 2);

        assertThat(predict(rows, ALL_OF_THEM, 0)).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-7));
        assertThat(predict(rows, ALL_OF_THEM, 1)).containsExactly(0, 0, 1);
    }

    @Test
    void of_numbers_each_leaf_is_their_mean() {
        TrainingSet rows = set(List.of(), 0, 1000.5, 0, 1001.5, 0, 1003, 1, -2, 1, -4);

        assertThat(predict(rows, ALL_OF_THEM, 0)[0]).isCloseTo(3005.0 / 3, within(1e-3));
        assertThat(predict(rows, ALL_OF_THEM, 1)[0]).isCloseTo(-3, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "7"})
    void probabilities_are_shares_that_sum_up_to_1(int labels) {
        TrainingSet rows = Samples.set(400, labels);
        Predictor predictor =
                Learned.by("random-forest", rows, Map.of("trees", "30")).predictor();

        for (int row = 0; row < 400; row++) {
            double[] out = new double[labels];
            predictor.predict(rows.training().values(), row * 4, out);
            assertThat(Arrays.stream(out)).allMatch(share -> share >= 0 && share <= 1);
            assertThat(Arrays.stream(out).sum()).isCloseTo(1, within(1e-15 * labels));
        }
    }

    @ParameterizedTest
    @CsvSource({"2,64,8.5", "2,30,5.5", "2,9,5.5", "2,1,1", "2,5,5", "0,30,10.5", "0,12,5.5", "0,2,2"})
    void a_split_sees_the_root_of_the_features_for_labels_and_a_third_of_them_for_numbers_and_at_least_five(
            int labels, int features, double seen) {
        SortedMap<String, Object> engine =
                ForestSettings.of(arguments(Map.of())).engine(wide(labels, features));

        assertThat(Double.parseDouble(String.valueOf(engine.get("colsample_bynode"))) * features)
                .isCloseTo(seen, within(1e-9));
    }

    /** Where a node draws a feature that splits nothing more, the tree ends: of three such features most did. */
    @Test
    void a_number_is_learned_beside_a_category_of_three() {
        Random random = new Random(1);
        int rows = 300;
        float[] values = new float[4 * rows];
        double[] truth = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[4 * row] = (float) random.nextGaussian();
            values[4 * row + 1 + random.nextInt(3)] = 1;
            truth[row] = 3 * values[4 * row];
        }
        TrainingSet set = new TrainingSet(
                List.of("x", "a", "b", "c"),
                wide(0, 4).target(),
                new EncodedRows(4, values, truth),
                Optional.empty(),
                "hash");
        Predictor predictor =
                Learned.by("random-forest", set, Map.of("trees", "50")).predictor();

        double squares = 0;
        for (int i = 0; i < 31; i++) {
            double x = (i - 15) / 10.0;
            double[] out = new double[1];
            predictor.predict(new float[] {(float) x, 1, 0, 0}, 0, out);
            squares += (out[0] - 3 * x) * (out[0] - 3 * x) / 31;
        }
        // Of values between -4.5 and 4.5.
        assertThat(Math.sqrt(squares)).isLessThan(0.5);
    }

    @Test
    void a_share_of_features_that_is_given_is_taken() {
        SortedMap<String, Object> engine =
                ForestSettings.of(arguments(Map.of("column-sample", "0.4"))).engine(wide(2, 30));

        assertThat(engine)
                .containsEntry("colsample_bynode", "0.4")
                .containsEntry("max_depth", "64")
                .containsEntry("subsample", "0.63");
    }

    private static double[] predict(TrainingSet rows, Map<String, String> parameters, float value) {
        return Learned.by("random-forest", rows, parameters).predict(value);
    }

    private static Arguments arguments(Map<String, String> parameters) {
        return Arguments.of(Catalog.builtIn().trainer("random-forest"), parameters);
    }

    private static TrainingSet wide(int labels, int features) {
        TrainingSet set = Samples.set(1, labels);
        return new TrainingSet(
                IntStream.range(0, features).mapToObj(i -> "f" + i).toList(),
                set.target(),
                new EncodedRows(features, new float[features], new double[1]),
                Optional.empty(),
                "hash");
    }

    /** Rows of one feature: its value and the label, of one row after another. */
    private static TrainingSet set(List<String> labels, double... rows) {
        float[] values = new float[rows.length / 2];
        double[] truth = new double[rows.length / 2];
        for (int row = 0; row < truth.length; row++) {
            values[row] = (float) rows[2 * row];
            truth[row] = rows[2 * row + 1];
        }
        Task task = labels.isEmpty() ? Task.REGRESSION : Task.CLASSIFICATION;
        return new TrainingSet(
                List.of("x"),
                new Target(task, "y", labels),
                new EncodedRows(1, values, truth),
                Optional.empty(),
                "hash");
    }
}
