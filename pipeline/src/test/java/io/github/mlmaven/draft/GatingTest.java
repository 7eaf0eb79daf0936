package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.Task;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatingTest {

    /** Numbers around 0, predicted with a share of what they are and some noise. */
    private static Gating numbers(int rows, double told, double noise) {
        Random random = new Random(5);
        double[] labels = new double[rows];
        double[] predictions = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextGaussian();
            predictions[row] = told * labels[row] + noise * random.nextGaussian();
        }
        return Gating.of(Task.REGRESSION, new ScoredNumbers(labels, predictions));
    }

    /** Two labels, of which the first has a share of the rows, and is said to be more probable where it is true. */
    private static Gating labels(int rows, double share, double told) {
        Random random = new Random(5);
        int[] labels = new int[rows];
        double[] probabilities = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < share ? 0 : 1;
            double log = Math.log(share / (1 - share)) + (labels[row] == 0 ? told : -told) + random.nextGaussian();
            probabilities[2 * row] = 1 / (1 + Math.exp(-log));
            probabilities[2 * row + 1] = 1 - probabilities[2 * row];
        }
        return Gating.of(Task.CLASSIFICATION, new ScoredLabels(List.of("no", "yes"), labels, probabilities));
    }

    private static List<String> rules(Gating gating) {
        return gating.gates().stream().flatMap(gate -> gate.rule().stream()).toList();
    }

    private static List<String> reasons(Gating gating) {
        return gating.gates().stream().map(GateGuess::reason).toList();
    }

    @Test
    void limits_that_the_mean_alone_keeps_are_left_out_and_told() {
        Gating worse = numbers(200, 0, 0.4);

        assertThat(rules(worse)).hasSize(1).allMatch(rule -> rule.contains("rmse, baseline: {max-increase: "));
        assertThat(reasons(worse))
                .filteredOn(reason -> reason.startsWith("no limit of "))
                .hasSize(3)
                .allMatch(reason -> reason.matches(
                        "no limit of (rmse|mae|r2), which would hold nothing back: it had .*; without inputs .*"));
    }

    @Test
    void every_limit_stands_beside_what_a_model_without_inputs_has() {
        assertThat(rules(numbers(200, 0.9, 0.1))).hasSize(4);
        assertThat(reasons(numbers(200, 0.9, 0.1)).subList(0, 3))
                .allMatch(reason -> reason.contains("; without inputs "));
        assertThat(rules(labels(400, 0.5, 2))).hasSize(4);
        assertThat(reasons(labels(400, 0.5, 2)).subList(0, 3)).allMatch(reason -> reason.contains("; without inputs "));
    }

    @Test
    void the_log_loss_of_labels_that_nothing_tells_has_no_limit() {
        Gating noise = labels(400, 0.6, 0);

        assertThat(rules(noise)).noneMatch(rule -> rule.startsWith("metric: log-loss, max"));
        assertThat(rules(noise)).isNotEmpty();
    }

    @Test
    void a_limit_that_a_rare_label_leaves_uncertain_says_so() {
        assertThat(reasons(labels(200, 0.97, 2)))
                .anyMatch(reason -> reason.endsWith("; inconclusive until there are 10 test rows of each label"));
        assertThat(reasons(labels(200, 0.6, 2))).noneMatch(reason -> reason.contains("inconclusive"));
    }

    @Test
    void a_draft_of_a_small_test_has_a_gate_that_can_fail() {
        assertThat(rules(labels(6, 0.5, 0))).isNotEmpty();
        assertThat(rules(labels(9, 0.9, 0))).isNotEmpty();
        assertThat(rules(numbers(6, 0, 1))).isNotEmpty();
    }

    @Test
    void a_model_without_use_is_told_with_its_metrics() {
        assertThat(numbers(200, 0, 0.4).hardlyBetterThanNone())
                .hasValueSatisfying(
                        metrics -> assertThat(metrics)
                                .matches(
                                        "rmse [0-9.]+ \\(without inputs [0-9.]+\\), mae .*, r2 -[0-9.]+ \\(without inputs 0\\)"));
        assertThat(numbers(200, 0.9, 0.1).hardlyBetterThanNone()).isEmpty();
    }

    @Test
    void one_metric_that_is_clearly_better_is_enough() {
        // Rare labels that are told, but never more probable than the others: no accuracy, and yet an order.
        Gating ordered = labels(1000, 0.95, 0.5);

        assertThat(rules(ordered)).anyMatch(rule -> rule.startsWith("metric: auc, min: "));
        assertThat(ordered.hardlyBetterThanNone()).isEmpty();
    }
}
