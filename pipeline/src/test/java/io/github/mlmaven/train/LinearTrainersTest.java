package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainingSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinearTrainersTest {

    /** y = 3 + 2 a - 5 b, without any noise. */
    private static final TrainingSet LINE = numbers(0, 0, 3, 1, 0, 5, 0, 1, -2, 1, 1, 0, 4, 2, 1);

    @Test
    void without_a_penalty_a_line_is_found() {
        Learned line = Learned.by("linear-regression", LINE, Map.of("alpha", "0", "tolerance", "0.00000001"));

        assertThat(line.predict(0, 0)[0]).isCloseTo(3, within(1e-6));
        assertThat(line.predict(10, -1)[0]).isCloseTo(28, within(1e-6));
    }

    @Test
    void with_a_penalty_beyond_all_bounds_the_mean_is_left() {
        Learned mean = Learned.by("linear-regression", LINE, Map.of("alpha", "1000"));

        assertThat(mean.predict(0, 0)).containsExactly(new double[] {1.4}, within(1e-12));
        assertThat(mean.predict(10, -1)).isEqualTo(mean.predict(0, 0));
    }

    @Test
    void a_penalty_means_the_same_in_every_unit_of_the_label() {
        TrainingSet small = numbers(0, 0, 3e-6, 1, 0, 5e-6, 0, 1, -2e-6, 1, 1, 0, 4, 2, 1e-6);

        double whole =
                Learned.by("linear-regression", LINE, Map.of("alpha", "0.1")).predict(1, 0)[0];
        double part =
                Learned.by("linear-regression", small, Map.of("alpha", "0.1")).predict(1, 0)[0];

        assertThat(whole).isNotCloseTo(5, within(0.01));
        assertThat(part).isCloseTo(whole * 1e-6, within(1e-11));
    }

    @Test
    void a_label_that_does_not_vary_is_what_is_predicted() {
        TrainingSet flat = numbers(0, 0, 7, 1, 0, 7, 0, 1, 7);

        assertThat(Learned.by("linear-regression", flat, Map.of()).predict(5, 5))
                .containsExactly(7);
    }

    @Test
    void labels_that_a_line_parts_are_told_apart_and_their_probabilities_sum_up_to_1() {
        TrainingSet rows = labels(-2, 1, 0, -1, -1, 0, -3, 0, 0, 1, 1, 1, 2, -1, 1, 3, 0, 1);

        Learned model = Learned.by("logistic-regression", rows, Map.of("epochs", "100"));

        double[] left = model.predict(-2, 0);
        double[] right = model.predict(2, 0);
        assertThat(left[0]).isGreaterThan(0.95);
        assertThat(right[1]).isGreaterThan(0.95);
        assertThat(left[0] + left[1]).isCloseTo(1, within(1e-15));
    }

    @Test
    void the_middle_of_labels_that_mirror_each_other_is_undecided() {
        TrainingSet rows = labels(-1, 0, 0, 1, 0, 1, -2, 0, 0, 2, 0, 1);

        assertThat(Learned.by("logistic-regression", rows, Map.of("epochs", "200"))
                        .predict(0, 0)[0])
                .isCloseTo(0.5, within(0.1));
    }

    @Test
    void weights_that_are_no_numbers_are_no_model() {
        // Encoders refuse such a value; nothing smaller makes a weight that is none.
        TrainingSet rows = labels(Double.POSITIVE_INFINITY, 1, 0, 1, 1, 1);

        assertThatThrownBy(() -> Learned.by("logistic-regression", rows, Map.of("learning-rate", "2.5")))
                .isInstanceOf(MlException.class)
                .hasMessage("The training did not converge: a weight is NaN. Scale the features, or lower the"
                        + " learning-rate, which is 2.5.");
    }

    private static TrainingSet numbers(double... rows) {
        return set(new Target(Task.REGRESSION, "y", List.of()), rows);
    }

    private static TrainingSet labels(double... rows) {
        return set(new Target(Task.CLASSIFICATION, "y", List.of("left", "right")), rows);
    }

    /** Rows of two features: their values and the label, of one row after another. */
    private static TrainingSet set(Target target, double... rows) {
        float[] values = new float[rows.length / 3 * 2];
        double[] labels = new double[rows.length / 3];
        for (int row = 0; row < labels.length; row++) {
            values[2 * row] = (float) rows[3 * row];
            values[2 * row + 1] = (float) rows[3 * row + 1];
            labels[row] = rows[3 * row + 2];
        }
        return new TrainingSet(List.of("a", "b"), target, new EncodedRows(2, values, labels), Optional.empty(), "hash");
    }
}
