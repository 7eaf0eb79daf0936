package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.spec.Catalog;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rows move metrics by, held to what is left of the metrics without each of them: the jackknife. */
class InfluenceTest {

    private static final int ROWS = 500;

    static Stream<String> numbers() {
        return Stream.concat(NumberInfluence.ALL.keySet().stream(), Told.NUMBERS.stream())
                .filter(name -> !name.equals("median-absolute-error"))
                .sorted();
    }

    static Stream<String> labels() {
        return Stream.concat(
                        LabelInfluence.ALL.keySet().stream(),
                        Told.LABELS.stream().filter(Intervals::areKnownOf))
                .sorted();
    }

    private static ScoredNumbers regression() {
        Random random = new Random(11);
        double[] labels = new double[ROWS];
        double[] predictions = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = 5 + random.nextGaussian();
            predictions[row] = labels[row] + 0.3 + Math.exp(random.nextGaussian() / 2) * random.nextGaussian();
        }
        return new ScoredNumbers(labels, predictions);
    }

    /** Labels of different frequency, the last of which is never predicted. */
    private static ScoredLabels classification(int labels) {
        Random random = new Random(12);
        int[] truth = new int[ROWS];
        double[] probabilities = new double[ROWS * labels];
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int label = 0; label < labels; label++) {
                boolean rarest = labels > 2 && label == labels - 1;
                double weight = rarest ? 0.01 : Math.exp(random.nextGaussian() - label / 2.0);
                probabilities[row * labels + label] = weight;
                sum += weight;
            }
            double drawn = random.nextDouble();
            int label = -1;
            for (int i = 0; i < labels; i++) {
                probabilities[row * labels + i] = Math.rint(probabilities[row * labels + i] / sum * 4096) / 4096;
                drawn -= probabilities[row * labels + i];
                label = drawn < 0 && label < 0 ? i : label;
            }
            truth[row] = random.nextInt(3) == 0 ? random.nextInt(labels) : Math.max(0, label);
        }
        return new ScoredLabels(List.of("a", "b", "c", "d").subList(0, labels), truth, probabilities);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_row_of_a_regression_moves_a_metric_by_what_it_would_be_without(String metric) {
        ScoredNumbers rows = regression();

        assertAgree(metric, rows, Influence.moves(metric, rows).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("labels")
    void a_row_of_a_classification_moves_a_metric_by_what_it_would_be_without(String metric) {
        for (ScoredLabels rows : List.of(classification(2), classification(4))) {
            assertAgree(metric, rows, Influence.moves(metric, rows).orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("ofThree")
    void a_row_of_a_classification_with_three_labels_moves_a_metric_by_what_it_would_be_without(String metric) {
        ScoredRows rows = classification(3);

        assertAgree(metric, rows, Influence.moves(metric, rows).orElseThrow());
    }

    static Stream<String> ofThree() {
        return Told.THREE_LABELS.stream();
    }

    private static void assertAgree(String name, ScoredRows rows, double[] moves) {
        Metric metric = Metrics.code(Catalog.builtIn().asked(name));
        double value = rows.measure(metric);
        double[] jackknife = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int left = row;
            ScoredRows others =
                    rows.pick(IntStream.range(0, ROWS).filter(i -> i != left).toArray());
            jackknife[row] = (ROWS - 1) * (value - others.measure(metric));
        }
        assertThat(Arrays.stream(moves).sum() / ROWS).as("mean").isCloseTo(0, within(1e-9));
        double error = Influence.standardError(moves);
        assertThat(error).isCloseTo(Influence.standardError(jackknife), within(0.03 * error));
        assertThat(correlation(moves, jackknife)).isGreaterThan(0.99);
    }

    private static double correlation(double[] one, double[] other) {
        double products = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            products += one[i] * other[i];
            squares += one[i] * one[i];
            otherSquares += other[i] * other[i];
        }
        return products / Math.sqrt(squares * otherSquares);
    }
}
