package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"regression", "regression-groups", "two-labels", "three-labels", "two-labels-groups"})
    void intervals_are_those_of_scipy(String name) throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(Path.of("src/test/reference", "intervals-" + name + ".json")
                        .toFile());
        ScoredRows rows = reference.has("names") ? labels(reference) : numbers(reference);
        Intervals intervals = new Intervals(
                reference.get("confidence").doubleValue(), rows, Groups.of(ints(reference.get("groups"))));

        reference.get("intervals").properties().forEach(expected -> {
            Interval interval = of(intervals, rows, expected.getKey()).orElseThrow();
            double low = expected.getValue().get(0).doubleValue();
            double high = expected.getValue().get(1).doubleValue();
            assertThat(interval.low()).as(expected.getKey()).isCloseTo(low, within(1e-5 * (high - low)));
            assertThat(interval.high()).as(expected.getKey()).isCloseTo(high, within(1e-5 * (high - low)));
        });
    }

    @Test
    void nothing_is_claimed_of_nine_rows() {
        ScoredNumbers rows = numbers(9);

        assertThat(of(rows, "mae")).isEmpty();
    }

    @Test
    void ten_rows_have_an_interval() {
        ScoredNumbers rows = numbers(10);

        assertThat(of(rows, "mae")).isPresent();
    }

    @Test
    void nothing_is_claimed_of_a_mean_over_labels_of_which_one_has_nine_rows() {
        ScoredLabels rows = labels(100, 9);

        assertThat(of(rows, "balanced-accuracy")).isEmpty();
        assertThat(of(rows, "auc")).isEmpty();
        assertThat(of(rows, "mcc")).isEmpty();
        assertThat(of(rows, "accuracy")).isPresent();
    }

    @Test
    void a_label_that_the_rows_do_not_have_is_not_counted() {
        ScoredLabels two = labels(100, 40);
        double[] probabilities = new double[300];
        for (int row = 0; row < 100; row++) {
            probabilities[3 * row] = two.probability(row, 0);
            probabilities[3 * row + 1] = two.probability(row, 1);
        }
        int[] truth = IntStream.range(0, 100).map(two::label).toArray();

        assertThat(of(new ScoredLabels(List.of("a", "b", "c"), truth, probabilities), "balanced-accuracy"))
                .isEqualTo(of(two, "balanced-accuracy"));
    }

    @Test
    void a_model_that_makes_no_mistake_may_make_one() {
        // Of 0 exceptions among 100, with 95 %: 1 - 0.025^(1/100) is 0.036.
        ScoredLabels rows = perfect(100);

        Interval accuracy = of(rows, "accuracy").orElseThrow();
        Interval f1 = of(rows, "macro-f1").orElseThrow();
        Interval auc = of(rows, "auc").orElseThrow();

        assertThat(accuracy.high()).isEqualTo(1);
        assertThat(accuracy.low()).isCloseTo(0.963, within(0.0005));
        assertThat(f1.high()).isEqualTo(1);
        // The rarer label has 50 rows.
        assertThat(f1.low()).isCloseTo(1 + Math.log(0.025) / 50, within(1e-12));
        assertThat(auc).isEqualTo(f1);
    }

    @Test
    void nothing_is_claimed_of_a_largest_error_and_of_the_error_of_calibration() {
        assertThat(of(numbers(100), "max-error")).isEmpty();
        assertThat(of(labels(100, 50), "expected-calibration-error")).isEmpty();
    }

    @Test
    void an_interval_ends_where_the_metric_does() {
        double[] labels = new double[40];
        double[] predictions = new double[40];
        labels[0] = 100;

        assertThat(of(new ScoredNumbers(labels, predictions), "mae")
                        .orElseThrow()
                        .low())
                .isZero();
    }

    @Test
    void rows_of_one_group_are_one_row() {
        ScoredNumbers once = numbers(30);
        ScoredNumbers thrice =
                once.pick(IntStream.range(0, 90).map(row -> row / 3).toArray());
        int[] groups = IntStream.range(0, 90).map(row -> row / 3).toArray();

        Interval of30 = of(once, "rmse").orElseThrow();
        Interval of90 = new Intervals(0.95, thrice, Groups.of(groups))
                .of(Catalog.builtIn().asked("rmse"), value(thrice, "rmse"))
                .orElseThrow();

        assertThat(of90.low()).isCloseTo(of30.low(), within(1e-9));
        assertThat(of90.high()).isCloseTo(of30.high(), within(1e-9));
    }

    private static Optional<Interval> of(ScoredRows rows, String metric) {
        return of(new Intervals(0.95, rows, Groups.ofRows(rows.size())), rows, metric);
    }

    private static Optional<Interval> of(Intervals intervals, ScoredRows rows, String metric) {
        AskedMetric descriptor = Catalog.builtIn().asked(metric);
        return intervals.of(descriptor, value(rows, metric));
    }

    private static double value(ScoredRows rows, String metric) {
        return rows.measure(Metrics.code(Catalog.builtIn().asked(metric)));
    }

    private static ScoredNumbers numbers(int rows) {
        double[] labels = IntStream.range(0, rows).mapToDouble(row -> row % 7).toArray();
        double[] predictions =
                IntStream.range(0, rows).mapToDouble(row -> row % 7 + row % 5).toArray();
        return new ScoredNumbers(labels, predictions);
    }

    /** Rows of two labels of which the second has a number; every third row is predicted wrong. */
    private static ScoredLabels labels(int rows, int second) {
        int[] labels = IntStream.range(0, rows).map(row -> row < second ? 1 : 0).toArray();
        double[] probabilities = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            int predicted = row % 3 == 0 ? 1 - labels[row] : labels[row];
            probabilities[2 * row + predicted] = 0.75;
            probabilities[2 * row + 1 - predicted] = 0.25;
        }
        return new ScoredLabels(List.of("a", "b"), labels, probabilities);
    }

    private static ScoredLabels perfect(int rows) {
        int[] labels = IntStream.range(0, rows).map(row -> row % 2).toArray();
        double[] probabilities = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            probabilities[2 * row + labels[row]] = 1;
        }
        return new ScoredLabels(List.of("a", "b"), labels, probabilities);
    }

    private static ScoredNumbers numbers(JsonNode reference) {
        return new ScoredNumbers(doubles(reference.get("labels")), doubles(reference.get("outputs")));
    }

    private static ScoredLabels labels(JsonNode reference) {
        List<String> names = IntStream.range(0, reference.get("names").intValue())
                .mapToObj(Integer::toString)
                .toList();
        return new ScoredLabels(names, ints(reference.get("labels")), doubles(reference.get("outputs")));
    }

    private static int[] ints(JsonNode values) {
        return Arrays.stream(doubles(values)).mapToInt(value -> (int) value).toArray();
    }

    private static double[] doubles(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
