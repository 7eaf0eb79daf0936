package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics that are told something, by hand. */
class ToldMetricsTest {

    private static final List<String> NAMES = List.of("no", "yes");

    /** Of each row the true label and the probability of the second one. */
    private static ScoredLabels rows(double... labelsAndProbabilities) {
        int rows = labelsAndProbabilities.length / 2;
        int[] labels = new int[rows];
        double[] probabilities = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (int) labelsAndProbabilities[2 * row];
            probabilities[2 * row + 1] = labelsAndProbabilities[2 * row + 1];
            probabilities[2 * row] = 1 - probabilities[2 * row + 1];
        }
        return new ScoredLabels(NAMES, labels, probabilities);
    }

    private static double value(ScoredRows rows, String metric) {
        return rows.measure(Metrics.code(Catalog.builtIn().asked(metric)));
    }

    private static Optional<Interval> interval(ScoredRows rows, String metric) {
        return interval(rows, Groups.ofRows(rows.size()), metric);
    }

    private static Optional<Interval> interval(ScoredRows rows, Groups groups, String metric) {
        return new Intervals(0.95, rows, groups).of(Catalog.builtIn().asked(metric), value(rows, metric));
    }

    @Test
    void what_has_no_rows_to_be_of_is_not_defined() {
        ScoredLabels never = rows(0, 0.1, 0, 0.2, 1, 0.3);
        ScoredLabels none = rows(0, 0.1, 0, 0.9);

        assertThat(value(never, "precision(label=yes)")).isNaN();
        assertThat(value(never, "recall(label=yes)")).isZero();
        assertThat(value(never, "f1(label=yes)")).isZero();
        assertThat(value(none, "recall(label=yes)")).isNaN();
        assertThat(value(none, "specificity(label=no)")).isNaN();
        assertThat(value(none, "auc(label=yes)")).isNaN();
        assertThat(value(none, "average-precision(label=yes)")).isNaN();
        assertThat(value(none, "gain(at=10%, label=yes)")).isNaN();
        assertThat(value(rows(0, 0.1), "f1(label=yes)")).isNaN();
    }

    @Test
    void a_row_by_itself_is_measured() {
        assertThat(value(rows(1, 0.75), "precision(label=yes)")).isEqualTo(1);
        assertThat(value(rows(1, 0.75), "gain(at=10%, label=yes)")).isEqualTo(0.1);
        assertThat(value(rows(1, 0.75), "lift(at=10%, label=yes)")).isEqualTo(1);
        assertThat(value(rows(1, 0.25), "cost(costs={no: {yes: 1}, yes: {no: 5}})"))
                .isEqualTo(5);
        assertThat(value(new ScoredNumbers(new double[] {2}, new double[] {3}), "pinball(alpha=0.25)"))
                .isEqualTo(0.75);
        assertThat(value(new ScoredNumbers(new double[] {3}, new double[] {2}), "pinball(alpha=0.25)"))
                .isEqualTo(0.25);
    }

    /** The four rows that score highest are two of 0.9 and two of the three of 0.5, of which one has the label. */
    @Test
    void rows_that_score_alike_where_they_are_cut_count_in_part() {
        ScoredLabels rows = rows(1, 0.9, 0, 0.9, 1, 0.5, 0, 0.5, 0, 0.5, 0, 0.1, 1, 0.1, 0, 0.1);

        assertThat(value(rows, "gain(at=50%, label=yes)")).isCloseTo((1 + 2 / 3.0) / 3, within(1e-15));
        assertThat(value(rows, "lift(at=50%, label=yes)")).isCloseTo((1 + 2 / 3.0) / 3 * 2, within(1e-15));
        assertThat(value(rows, "gain(at=25%, label=yes)")).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void a_right_answer_costs_nothing_unless_it_is_said() {
        ScoredLabels rows = rows(0, 0.9, 0, 0.1, 1, 0.9, 1, 0.1);

        assertThat(value(rows, "cost(costs={no: {yes: 1}, yes: {no: 5}})")).isEqualTo(6 / 4.0);
        assertThat(value(rows, "cost(costs={no: {yes: 1}, yes: {no: 5, yes: -2}})"))
                .isEqualTo(4 / 4.0);
    }

    @Test
    void of_equally_probable_labels_the_first_comes_before() {
        List<String> names = List.of("a", "b", "c");
        ScoredLabels rows = new ScoredLabels(
                names, new int[] {0, 1, 2}, new double[] {0.25, 0.5, 0.25, 0.25, 0.5, 0.25, 0.25, 0.5, 0.25});

        assertThat(value(rows, "top-k(k=1)")).isEqualTo(value(rows, "accuracy"));
        assertThat(value(rows, "top-k(k=2)")).isEqualTo(2 / 3.0);
    }

    @Test
    void a_distance_that_is_just_reached_is_within() {
        ScoredNumbers rows = new ScoredNumbers(new double[] {10, -10, 0, 4}, new double[] {12, -12.5, 0, 4.5});

        assertThat(value(rows, "within(distance=2)")).isEqualTo(0.75);
        assertThat(value(rows, "within-share(share=20%)")).isEqualTo(0.75);
        assertThat(value(rows, "within-share(share=25%)")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "precision(label=maybe)",
                "f-beta(beta=2, label=maybe)",
                "auc(label=maybe)",
                "lift(at=10%, label=maybe)",
                "cost(costs={maybe: {no: 1}, no: {yes: 1}, yes: {no: 1}})"
            })
    void a_label_that_the_model_does_not_have_stops_the_evaluation(String metric) {
        assertThatThrownBy(() -> value(rows(0, 0.1, 1, 0.9), metric))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "A metric is asked for of the label 'maybe', which the model does not have. Write one of its"
                                + " labels in model.yaml: no, yes.");
    }

    @Test
    void a_wrong_answer_without_a_cost_and_a_k_of_all_labels_stop_the_evaluation() {
        assertThatThrownBy(() -> value(rows(0, 0.1), "cost(costs={no: {yes: 1}})"))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("The metric cost has no cost of the label 'yes' predicted as 'no'.");
        assertThatThrownBy(() -> value(rows(0, 0.1), "top-k(k=2)"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "The metric top-k is asked for of the 2 most probable labels, and the model has 2: each row has"
                                + " its label among them. Write a smaller k in model.yaml.");
    }

    /** That of accuracy, whose rows are these. */
    @Test
    void a_share_of_some_rows_has_the_interval_of_a_share_of_as_many() {
        ScoredLabels found = rows(IntStream.range(0, 20)
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(1, row < 15 ? 0.9 : 0.1))
                .toArray());
        ScoredLabels all = rows(IntStream.range(0, 40)
                .boxed()
                .flatMapToDouble(row ->
                        row < 20 ? DoubleStream.of(1, row < 15 ? 0.9 : 0.1) : DoubleStream.of(0, row < 25 ? 0.9 : 0.1))
                .toArray());

        Interval share = interval(found, "accuracy").orElseThrow();

        assertThat(value(all, "recall(label=yes)")).isEqualTo(0.75);
        assertThat(interval(all, "recall(label=yes)")).hasValue(share);
        assertThat(interval(all, "precision(label=yes)")).hasValue(share);
        assertThat(interval(all, "specificity(label=yes)")).hasValue(share);
    }

    @Test
    void of_fewer_than_ten_rows_that_it_hangs_on_there_is_no_interval() {
        ScoredLabels rows = rows(IntStream.range(0, 100)
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(row < 9 ? 1 : 0, row < 7 || (row >= 9 && row < 14) ? 0.9 : 0.1))
                .toArray());

        assertThat(interval(rows, "recall(label=yes)")).isEmpty();
        assertThat(interval(rows, "f1(label=yes)")).isEmpty();
        assertThat(interval(rows, "auc(label=yes)")).isEmpty();
        assertThat(interval(rows, "precision(label=yes)")).isPresent();
        assertThat(interval(rows, "specificity(label=yes)")).isPresent();
        assertThat(interval(rows, "f1(label=no)")).isPresent();
        assertThat(interval(rows, "macro-f-beta(beta=2)")).isEmpty();
        assertThat(interval(rows, "weighted-f-beta(beta=2)")).isPresent();
    }

    /** 80 rows, half of which have the label, told apart well and not perfectly. */
    private static ScoredLabels eighty() {
        return rows(IntStream.range(0, 80)
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(row % 2, ((row * 37) % 80 + 60.0 * (row % 2)) / 150))
                .toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auc(label=yes)            | auc",
                "average-precision(label=yes) | average-precision",
                "macro-f-beta(beta=1)      | macro-f1",
                "weighted-f-beta(beta=1)   | weighted-f1",
                "top-k(k=1)                | accuracy",
                "f-beta(beta=1, label=yes) | f1(label=yes)"
            })
    void what_is_the_same_metric_has_the_same_interval_of_rows_and_of_groups(String metric, String same) {
        ScoredLabels rows = eighty();
        Groups groups = Groups.of(IntStream.range(0, 80).map(row -> row / 2).toArray());

        assertThat(interval(rows, metric)).isPresent().isEqualTo(interval(rows, same));
        assertThat(interval(rows, groups, metric)).isPresent().isEqualTo(interval(rows, groups, same));
        assertThat(interval(rows, groups, metric)).isNotEqualTo(interval(rows, metric));
    }

    @Test
    void groups_are_counted_that_have_a_row_which_it_hangs_on() {
        ScoredLabels rows = eighty();
        Groups nine = Groups.of(IntStream.range(0, 80)
                .map(row -> row % 2 == 1 ? row / 9 : 100 + row)
                .toArray());

        assertThat(Support.of("recall(label=yes)", rows, nine)).isEqualTo(9);
        assertThat(Support.of("specificity(label=yes)", rows, nine)).isEqualTo(40);
        assertThat(Support.of("specificity(label=no)", rows, nine)).isEqualTo(9);
        assertThat(Support.of("auc(label=no)", rows, nine)).isEqualTo(9);
        assertThat(Support.of("f1(label=yes)", rows, nine)).isEqualTo(9);
        assertThat(Support.of("top-k(k=1)", rows, nine)).isEqualTo(nine.count());
        assertThat(interval(rows, nine, "recall(label=yes)")).isEmpty();
        assertThat(interval(rows, nine, "specificity(label=yes)")).isPresent();
    }

    /** The score of a label without a fault may have as many as were still likely not to be seen; a cost is known of many. */
    @Test
    void what_no_row_moves_is_off_by_what_was_not_seen() {
        ScoredLabels rows = rows(IntStream.range(0, 40)
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(row % 2, row % 2 == 1 ? 0.9 : 0.1))
                .toArray());
        String cost = "cost(costs={no: {yes: 1}, yes: {no: 5}})";

        assertThat(interval(rows, "f1(label=yes)").orElseThrow().low())
                .isCloseTo(1 + StrictMath.log(0.025) / 20, within(1e-9));
        assertThat(interval(rows, cost)).hasValue(new Interval(0, 0));
        assertThat(interval(rows.pick(IntStream.range(0, 29).toArray()), cost)).isEmpty();
    }

    @Test
    void nothing_is_known_of_how_gain_and_lift_vary() {
        assertThat(Intervals.areKnownOf("gain(at=10%, label=yes)")).isFalse();
        assertThat(Intervals.areKnownOf("lift(at=10%, label=yes)")).isFalse();
        assertThat(Intervals.areKnownOf("precision(label=yes)")).isTrue();
        assertThat(Intervals.areKnownOf("pinball(alpha=0.5)")).isTrue();
    }

    @Test
    void a_score_that_counts_both_alike_is_the_one_of_all_labels() {
        ScoredLabels rows = rows(0, 0.9, 0, 0.1, 1, 0.9, 1, 0.1, 1, 0.8);

        assertThat(value(rows, "macro-f-beta(beta=1)")).isEqualTo(value(rows, "macro-f1"));
        assertThat(value(rows, "weighted-f-beta(beta=1)")).isEqualTo(value(rows, "weighted-f1"));
        assertThat(value(rows, "f-beta(beta=1, label=yes)")).isEqualTo(value(rows, "f1(label=yes)"));
        assertThat(value(rows, "auc(label=yes)")).isEqualTo(value(rows, "auc"));
    }
}
