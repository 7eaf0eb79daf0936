package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Comparison.Uncertainty;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two models on the same rows. */
class ChangeTest {

    private static final int ROWS = 400;

    static Stream<String> numbers() {
        return Stream.concat(NumberInfluence.ALL.keySet().stream(), Told.NUMBERS.stream())
                .filter(name -> !name.equals("median-absolute-error"))
                .sorted();
    }

    static Stream<String> labels() {
        return Stream.concat(
                        LabelInfluence.ALL.keySet().stream(),
                        Stream.concat(Told.LABELS.stream().filter(Intervals::areKnownOf), Told.THREE_LABELS.stream()))
                .sorted();
    }

    private static AskedMetric metric(String name) {
        return Catalog.builtIn().asked(name);
    }

    private static Change ofNumbers(int rows) {
        Random random = new Random(3);
        double[] labels = new double[rows];
        double[] now = new double[rows];
        double[] before = new double[rows];
        for (int row = 0; row < rows; row++) {
            double shared = random.nextGaussian();
            labels[row] = 10 + random.nextGaussian();
            before[row] = labels[row] + 0.5 + 0.9 * shared + 0.3 * random.nextGaussian();
            now[row] = labels[row] + 0.5 + 0.9 * shared + 0.4 * random.nextGaussian();
        }
        return new Change(new ScoredNumbers(labels, now), new ScoredNumbers(labels, before), Groups.ofRows(rows));
    }

    private static Change ofLabels(int rows) {
        Random random = new Random(4);
        int[] labels = new int[rows];
        double[] now = new double[rows * 3];
        double[] before = new double[rows * 3];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(3);
            double[] shared = random.doubles(3).toArray();
            fill(now, row, labels[row], shared, random);
            fill(before, row, labels[row], shared, random);
        }
        List<String> names = List.of("a", "b", "c");
        return new Change(
                new ScoredLabels(names, labels, now), new ScoredLabels(names, labels, before), Groups.ofRows(rows));
    }

    private static void fill(double[] probabilities, int row, int label, double[] shared, Random random) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double weight = 0.05 + shared[i] + 0.4 * random.nextDouble() + (i == label ? 0.5 : 0);
            probabilities[row * 3 + i] = weight;
            sum += weight;
        }
        for (int i = 0; i < 3; i++) {
            probabilities[row * 3 + i] = Math.rint(probabilities[row * 3 + i] / sum * 4096) / 4096;
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void the_error_of_a_difference_of_regressions_is_that_of_the_jackknife(String metric) {
        assertAgree(metric, ofNumbers(ROWS));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void the_error_of_a_difference_of_classifications_is_that_of_the_jackknife(String metric) {
        assertAgree(metric, ofLabels(ROWS));
    }

    private static void assertAgree(String name, Change change) {
        Metric metric = Metrics.code(metric(name));
        double before = change.baseline().measure(metric);
        Uncertainty found = uncertainty(change, name);

        assertThat(change.of(metric(name), 0.95).orElseThrow().baseline()).isEqualTo(before);
        assertThat(found.degrees()).isEqualTo(Support.of(name, change.candidate(), change.groups()) - 1.0);
        double error = jackknife(
                change,
                part -> part.candidate().measure(metric) - part.baseline().measure(metric));
        assertThat(found.error()).isCloseTo(error, within(0.03 * error));
        if (found.relative().isPresent()) {
            double relative = jackknife(
                    change,
                    part -> part.candidate().measure(metric) / part.baseline().measure(metric));
            assertThat(found.relative().getAsDouble()).isCloseTo(relative, within(0.04 * relative));
        }
    }

    private static double jackknife(Change change, ToDoubleFunction<Change> value) {
        int rows = change.candidate().size();
        double whole = value.applyAsDouble(change);
        double[] moves = new double[rows];
        for (int row = 0; row < rows; row++) {
            int left = row;
            int[] others = IntStream.range(0, rows).filter(i -> i != left).toArray();
            moves[row] = (rows - 1) * (whole - value.applyAsDouble(change.pick(others)));
        }
        return Influence.standardError(moves);
    }

    private static Uncertainty uncertainty(Change change, String metric) {
        return change.of(metric(metric), 0.95).orElseThrow().uncertainty().orElseThrow();
    }

    @Test
    void what_both_models_find_hard_is_no_error_of_their_difference() {
        Change change = ofNumbers(ROWS);
        double alone = Influence.standardError(
                Influence.moves("mae", change.candidate()).orElseThrow());

        assertThat(uncertainty(change, "mae").error()).isLessThan(alone);
    }

    @Test
    void a_ratio_to_what_may_as_well_be_nothing_is_not_known() {
        double[] labels = new double[ROWS];
        double[] before = new Random(5).doubles(ROWS, -1, 1).toArray();
        double[] now =
                Arrays.stream(before).map(value -> value + 0.1 * value * value).toArray();
        Change change =
                new Change(new ScoredNumbers(labels, now), new ScoredNumbers(labels, before), Groups.ofRows(ROWS));

        assertThat(uncertainty(change, "bias").relative()).isEmpty();
        assertThat(uncertainty(change, "mae").relative()).isPresent();
    }

    @Test
    void the_same_answers_differ_by_nothing_however_few_they_are() {
        Change change = ofNumbers(3);
        Change same = new Change(change.candidate(), change.candidate(), change.groups());

        assertThat(same.isNone()).isTrue();
        assertThat(uncertainty(same, "rmse").error()).isZero();
        assertThat(change.isNone()).isFalse();
        assertThat(change.of(metric("rmse"), 0.95).orElseThrow().uncertainty()).isEmpty();
    }

    @Test
    void nothing_is_known_of_a_metric_without_intervals() {
        assertThat(ofNumbers(ROWS).of(metric("max-error"), 0.95).orElseThrow().uncertainty())
                .isEmpty();
    }

    /** Groups of equal rows: as many independent draws as there are groups. */
    @Test
    void rows_of_a_group_count_once() {
        Change change = ofNumbers(ROWS);
        int[] doubled = IntStream.range(0, 2 * ROWS).map(row -> row / 2).toArray();
        Change groups =
                new Change(change.candidate().pick(doubled), change.baseline().pick(doubled), Groups.of(doubled));

        assertThat(uncertainty(groups, "rmse").error())
                .isCloseTo(uncertainty(change, "rmse").error(), within(1e-12));
        assertThat(uncertainty(groups, "rmse").degrees()).isEqualTo(ROWS - 1.0);
    }

    /** By hand: 30 rows that the new model alone has right, 20 that the old one alone has. */
    @Test
    void of_right_rows_half_a_row_is_added_to_those_of_each_model_alone() {
        Change change = rights(1_000, 30, 20);

        assertThat(uncertainty(change, "accuracy").error())
                .isCloseTo(Math.sqrt(51 - 100 / 1_002.0) / 1_002, within(1e-12));
        assertThat(uncertainty(rights(1_000, 1, 0), "accuracy").error())
                .isCloseTo(Math.sqrt(2 - 1 / 1_002.0) / 1_002, within(1e-12));
    }

    /** Models of two labels that have all rows right but for those that the other one alone has right. */
    private static Change rights(int rows, int won, int lost) {
        int[] labels = new int[rows];
        double[] now = new double[rows * 2];
        double[] before = new double[rows * 2];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % 2;
            boolean isRight = row < rows - lost;
            boolean wasRight = row >= won;
            now[2 * row + (isRight ? labels[row] : 1 - labels[row])] = 1;
            before[2 * row + (wasRight ? labels[row] : 1 - labels[row])] = 1;
        }
        List<String> names = List.of("a", "b");
        ScoredRows candidate = new ScoredLabels(names, labels, now);
        return new Change(candidate, new ScoredLabels(names, labels, before), Groups.ofRows(rows));
    }

    @Test
    void a_share_that_no_row_moved_may_move_by_about_one_row() {
        int[] labels = IntStream.range(0, 40).map(row -> row % 2).toArray();
        double[] now = new double[80];
        double[] before = new double[80];
        for (int row = 0; row < 40; row++) {
            now[2 * row + labels[row]] = 1;
            before[2 * row + labels[row]] = 0.75;
            before[2 * row + 1 - labels[row]] = 0.25;
        }
        List<String> names = List.of("a", "b");
        Change change = new Change(
                new ScoredLabels(names, labels, now), new ScoredLabels(names, labels, before), Groups.ofRows(40));

        assertThat(uncertainty(change, "balanced-accuracy").error()).isEqualTo(1.0 / 20);
    }
}
