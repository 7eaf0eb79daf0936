package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.step.Curves.Errors;
import io.github.mlmaven.step.Profile.Quantile;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ErrorDrawingsTest {

    private static Errors of(double[] labels, double[] predictions) {
        return ErrorDrawings.of(new ScoredNumbers(labels, predictions)).errors().orElseThrow();
    }

    private static double[] numbers(double... numbers) {
        return numbers;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void quantiles_of_errors_are_those_of_numpy() {
        Errors errors = of(new double[8], numbers(1, -2, 0.5, 0, 3, -1, 0.25, 8));

        assertThat(errors.quantiles())
                .extracting(Quantile::share)
                .containsExactly(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);
        List<Double> values = errors.quantiles().stream().map(Quantile::value).toList();
        double[] expected = {-2, -1.65, -0.25, 0.375, 1.5, 6.25, 8};
        for (int i = 0; i < expected.length; i++) {
            assertThat(values.get(i)).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void pairs_are_counted_by_what_was_true_and_by_what_was_predicted() {
        double[] labels = DoubleStream.iterate(0, label -> label <= 320, label -> label + 1)
                .toArray();
        double[] predictions = labels.clone();
        predictions[10] = 300;

        Errors errors = of(labels, predictions);
        List<Double> edges = errors.pairs().edges();

        assertThat(edges).hasSize(33).isSorted();
        long diagonal = 0;
        for (int i = 0; i < 32; i++) {
            diagonal += errors.pairs().counts().get(i).get(i);
        }
        long all = errors.pairs().counts().stream()
                .mapToLong(ErrorDrawingsTest::sum)
                .sum();
        assertThat(all + errors.pairs().outside()).isEqualTo(321);
        assertThat(diagonal).isEqualTo(all - 1);
        int label = (int) ((10 - edges.get(0)) / (edges.get(1) - edges.get(0)));
        int prediction = (int) ((300 - edges.get(0)) / (edges.get(1) - edges.get(0)));
        assertThat(errors.pairs().counts().get(label).get(prediction)).isEqualTo(1);
    }

    @Test
    void errors_are_counted_and_one_far_from_all_others_presses_nothing_together() {
        double[] predictions = DoubleStream.iterate(-100, error -> error < 100, error -> error + 0.5)
                .toArray();
        predictions[0] = 1e12;

        Errors errors = of(new double[predictions.length], predictions);

        assertThat(errors.histogram().counts()).hasSize(41);
        assertThat(errors.histogram().edges().get(41)).isLessThan(100);
        assertThat(errors.beyond()).isPositive();
        assertThat(sum(errors.histogram().counts()) + errors.beyond()).isEqualTo(400);
        assertThat(errors.pairs().outside()).isPositive();
    }

    @Test
    void one_number_for_all_rows_has_a_place_in_the_middle() {
        Errors errors = of(numbers(7, 7, 7), numbers(7, 7, 7));

        assertThat(errors.histogram().counts().get(20)).isEqualTo(3);
        assertThat(errors.histogram().edges()).startsWith(-0.5).endsWith(0.5);
        assertThat(errors.beyond()).isZero();
        assertThat(errors.pairs().edges()).startsWith(3.5).endsWith(10.5);
        assertThat(errors.pairs().counts().get(16).get(16)).isEqualTo(3);
    }

    @Test
    void the_greatest_numbers_there_are_make_no_endless_ones() {
        double most = Double.MAX_VALUE;
        Errors errors = of(numbers(-most, most, 0), numbers(-most, most, 0));

        assertThat(errors.pairs().edges())
                .allMatch(edge -> Double.isFinite(edge))
                .isSorted();
        assertThat(ErrorDrawings.of(new ScoredNumbers(numbers(-most), numbers(most)))
                        .errors())
                .isEmpty();
    }
}
