package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardErrorsTest {

    /** Of a mean the standard error is known: the deviation by the root of the number. */
    @ParameterizedTest
    @ValueSource(ints = {400, 30_000})
    void the_error_of_a_mean_is_the_deviation_by_the_root_of_the_rows(int rows) {
        Random random = new Random(5);
        double[] labels = new double[rows];
        double[] predictions = random.doubles(rows).toArray();
        double mean = 0;
        double squares = 0;
        for (double error : predictions) {
            mean += error / rows;
            squares += error * error / rows;
        }
        double known = Math.sqrt((squares - mean * mean) / rows);

        StandardErrors errors = new StandardErrors(new ScoredNumbers(labels, predictions));

        assertThat(errors.of("mae").orElseThrow() / known).isCloseTo(1, within(0.002));
        assertThat(errors.value("mae").orElseThrow()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void the_same_rows_have_the_same_error_to_the_last_bit() {
        ScoredNumbers rows = new ScoredNumbers(new double[] {1, 2, 3, 4}, new double[] {1, 2.5, 2, 4});

        assertThat(new StandardErrors(rows).of("rmse")).isEqualTo(new StandardErrors(rows).of("rmse"));
    }

    @Test
    void where_all_rows_are_alike_there_is_no_error() {
        ScoredNumbers rows = new ScoredNumbers(new double[] {1, 1, 1}, new double[] {2, 2, 2});

        assertThat(new StandardErrors(rows).of("rmse")).hasValue(0);
    }

    @Test
    void a_metric_that_is_not_defined_has_none() {
        ScoredLabels rows = new ScoredLabels(List.of("a", "b"), new int[] {0, 0}, new double[] {0.9, 0.1, 0.8, 0.2});

        assertThat(new StandardErrors(rows).value("auc")).isEqualTo(OptionalDouble.empty());
        assertThat(new StandardErrors(rows).of("auc")).isEqualTo(OptionalDouble.empty());
    }

    /** Beyond 20,000 rows, samples are smaller. */
    @ParameterizedTest
    @ValueSource(ints = {400, 30_000})
    void a_metric_without_influence_function_has_the_error_of_bootstrap_samples(int rows) {
        Random random = new Random(6);
        int[] labels = new int[rows];
        double[] probabilities = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            // Right in 9 of 10 rows and sure of 7: each of them is in the one bin, so that the error is that of a
            // share.
            labels[row] = random.nextInt(10) == 0 ? 0 : 1;
            probabilities[2 * row] = 0.3;
            probabilities[2 * row + 1] = 0.7;
        }

        StandardErrors errors = new StandardErrors(new ScoredLabels(List.of("a", "b"), labels, probabilities));

        assertThat(errors.of("expected-calibration-error").orElseThrow()
                        / errors.of("accuracy").orElseThrow())
                .isCloseTo(1, within(0.15));
    }

    @Test
    void nothing_can_be_said_of_one_row() {
        assertThat(new StandardErrors(new ScoredNumbers(new double[] {1}, new double[] {2})).of("mae"))
                .isEmpty();
    }

    @Test
    void a_model_without_a_fault_has_no_error() {
        assertThat(new StandardErrors(new ScoredNumbers(new double[] {1, 2}, new double[] {1, 2})).of("rmse"))
                .hasValue(0);
    }
}
