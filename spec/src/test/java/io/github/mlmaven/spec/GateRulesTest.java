package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates that say nothing are errors of model.yaml. */
class GateRulesTest {

    private static final String CLASSIFICATION = """
            task: classification
            data: {source: d.csv, label: y}
            columns:
              x: {type: number}
              y: {type: category, values: [a, b]}
            gates:
              - {metric: %s, %s}
            """;

    private static final String SLICED =
            CLASSIFICATION.replace("gates:", "  c: {type: category, values: [a, b]}\nevaluate: {slices: [c]}\ngates:");

    private static final String REGRESSION = """
            task: regression
            data: {source: d.csv, label: y}
            columns:
              x: {type: number}
              y: {type: number}
            gates:
              - {metric: %s, %s}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accuracy | min: 95   | 24 | accuracy lies between 0 and 1: 95 can never be reached. Write 0.95 or 95%.",
                "accuracy | min: 99.9 | 24 | accuracy lies between 0 and 1: 99.9 can never be reached. Write 0.999 or 99.9%.",
                "accuracy | min: 950  | 24 | accuracy lies between 0 and 1: 950 can never be reached. Write 1 or less.",
                "accuracy | min: 101% | 24 | accuracy lies between 0 and 1: 101% can never be reached. Write 1 or less.",
                "accuracy | max: -0.1 | 24 | accuracy lies between 0 and 1: -0.1 can never be reached. Write 0 or more.",
                "accuracy | min: 0    | 24 | accuracy lies between 0 and 1: a min of 0 always holds. Write a larger one, or"
                        + " remove it.",
                "accuracy | min: -1   | 24 | accuracy lies between 0 and 1: a min of -1 always holds. Write a larger one, or"
                        + " remove it.",
                "accuracy | max: 1    | 24 | accuracy lies between 0 and 1: a max of 1 always holds. Write a smaller one, or"
                        + " remove it.",
                "accuracy | max: 95   | 24 | accuracy lies between 0 and 1: a max of 95 always holds. Write 0.95 or 95%.",
                "log-loss | max: -1   | 24 | log-loss lies between 0 and 36.05: -1 can never be reached. Write 0 or more.",
                "log-loss | max: 37   | 24 | log-loss lies between 0 and 36.05: a max of 37 always holds. Write a smaller one,"
                        + " or remove it."
            })
    void a_limit_that_the_range_of_a_share_makes_empty(String metric, String bound, int column, String message) {
        fails(CLASSIFICATION, metric, bound, column, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accuracy | slice: c, max-gap: -1   | 34 | a gap is 0 or more: -1 can never be reached. Write 0 or more.",
                "accuracy | slice: c, max-gap: 10   | 34 | accuracy lies between 0 and 1: a max-gap of 10 always holds. Write"
                        + " 0.1 or 10%.",
                "accuracy | slice: c, max-gap: 1    | 34 | accuracy lies between 0 and 1: a max-gap of 1 always holds. Write"
                        + " less than 1.",
                "log-loss | slice: c, max-gap: 5%   | 34 | log-loss is no share of a whole: 5% says nothing of it. Write a"
                        + " number.",
                "accuracy | slice: c, min-ratio: 0  | 34 | a ratio of the lowest to the highest is above 0 and at most 1, and"
                        + " min-ratio is 0. Write 80%, for instance.",
                "accuracy | slice: c, min-ratio: 80 | 34 | a ratio of the lowest to the highest is above 0 and at most 1, and"
                        + " min-ratio is 80. Write 80%, for instance.",
                "mcc      | slice: c, min-ratio: 80% | 29 | mcc may be negative, and has no ratio. Bound max-gap instead.",
                "accuracy | max-gap: 10%            | 24 | max-gap holds slices against each other, and the gate has none. Set"
                        + " slice to one of evaluate.slices.",
                "accuracy | min-ratio: 80%          | 24 | min-ratio holds slices against each other, and the gate has none."
                        + " Set slice to one of evaluate.slices.",
            })
    void a_bound_between_slices_that_says_nothing(String metric, String bound, int column, String message) {
        fails(SLICED, metric, bound, column, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rmse | max: -60 | 20 | rmse is 0 or more: -60 can never be reached. Write 0 or more.",
                "rmse | min: 0   | 20 | rmse is 0 or more: a min of 0 always holds. Write a larger one, or remove it.",
                "r2   | min: 1.5 | 18 | r2 is 1 or less: 1.5 can never be reached. Write 0.015 or 1.5%.",
                "r2   | max: 1   | 18 | r2 is 1 or less: a max of 1 always holds. Write a smaller one, or remove it.",
            })
    void a_limit_that_the_range_of_an_error_makes_empty(String metric, String bound, int column, String message) {
        fails(REGRESSION, metric, bound, column, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-decrease: 100000% | accuracy lies between 0 and 1: it can fall by 100% at most, and a max-decrease of"
                        + " 100000% always holds. Write less than 100%.",
                "max-decrease: 100%    | accuracy lies between 0 and 1: it can fall by 100% at most, and a max-decrease of"
                        + " 100% always holds. Write less than 100%.",
                "max-decrease: 1       | accuracy lies between 0 and 1: it can fall by 1 at most, and a max-decrease of 1"
                        + " always holds. Write less than 1.",
                "max-increase: 2       | accuracy lies between 0 and 1: it can rise by 1 at most, and a max-increase of 2"
                        + " always holds. Write less than 1.",
            })
    void a_movement_that_the_range_makes_endless(String movement, String message) {
        fails(CLASSIFICATION, "accuracy", "baseline: {" + movement + "}", 35, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accuracy, min: 1",
                "accuracy, min: 95%",
                "accuracy, min: 0.000001",
                "accuracy, max: 0",
                "accuracy, baseline: {max-decrease: 99.9%}",
                "accuracy, baseline: {max-decrease: 0.999}",
                "accuracy, baseline: {max-increase: 100000%}",
                "log-loss, baseline: {max-increase: 100000%}",
                "log-loss, max: 0",
            })
    void a_bound_that_can_hold_and_can_break_is_read(String gate) {
        assertThatCode(() -> read(CLASSIFICATION.replace("%s, %s", gate))).doesNotThrowAnyException();
    }

    @Test
    void a_percentage_is_a_fraction_of_a_share() throws IOException {
        GateSpec.Bounds bounds = read(CLASSIFICATION.formatted("accuracy", "min: 95%"))
                .gates()
                .get(0)
                .bounds();

        assertThat(bounds.min()).contains(new GateLimit(0.95, true));
        assertThat(bounds.min().orElseThrow().text()).isEqualTo("95%");
    }

    @Test
    void a_percentage_of_no_share_is_refused() {
        fails(
                REGRESSION,
                "rmse",
                "max: 5%",
                20,
                "rmse is no share of a whole: 5% says nothing of it. Write a number in the label's unit.");
        fails(
                CLASSIFICATION,
                "log-loss",
                "max: 5%",
                24,
                "log-loss is no share of a whole: 5% says nothing of it. Write a number.");
    }

    @Test
    void a_blank_before_the_percent_sign_is_named() {
        fails(
                CLASSIFICATION,
                "accuracy",
                "min: 95 %",
                29,
                "'min' in entry 1 of 'gates' is '95 %'. The blank is the trouble: write 95%.");
        fails(
                CLASSIFICATION,
                "accuracy",
                "baseline: {max-decrease: 2 %}",
                49,
                "'baseline.max-decrease' in entry 1 of 'gates' is '2 %'. The blank is the trouble: write 2%.");
        fails(
                CLASSIFICATION,
                "accuracy",
                "min: many %",
                29,
                "'min' in entry 1 of 'gates' is 'many %'. Write a number, or a percentage such as 95% where the metric is a share.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r2   | max: 0.9                        | 18 | higher | min",
                "r2   | baseline: {max-increase: 1%}    | 29 | higher | max-decrease",
                "rmse | min: 5                          | 20 | lower  | max",
                "rmse | min: 5, slice: x                | 20 | lower  | max",
                "rmse | baseline: {max-decrease: 1%}    | 31 | lower  | max-increase",
            })
    void a_gate_that_the_worst_model_passes_is_a_warning(
            String metric, String bound, int column, String better, String opposite) throws IOException {
        assertThat(warnings(metric, bound))
                .containsExactly(SpecWarning.of(
                        SpecWarningCode.GATE_AGAINST_DIRECTION,
                        new SpecPlace("model.yaml", 7, column),
                        Map.of("metric", metric, "better", better, "opposite", opposite)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r2   | min: 0.5, max: 0.9",
                "r2   | min: 0.5, baseline: {max-increase: 1%}",
                "rmse | max: 5, min: 1",
                "rmse | max: 5",
                "bias | max: 5",
                "bias | min: -5",
            })
    void a_band_and_a_metric_without_a_better_side_are_none(String metric, String bound) throws IOException {
        assertThat(warnings(metric, bound)).isEmpty();
    }

    private List<SpecWarning> warnings(String metric, String bound) throws IOException {
        String text = REGRESSION.formatted(metric, bound) + "evaluate: {slices: [{column: x, bins: [1]}]}\n";
        return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), text), "m")
                .warnings();
    }

    @Test
    void a_judgement_of_no_rows_is_refused() {
        fails(REGRESSION, "rmse", "max: 5, min-rows: 0", 28, "min-rows is 0. Write 1 or more.");
    }

    @Test
    void a_baseline_that_bounds_nothing_and_bounds_in_the_wrong_order_are_refused() {
        fails(
                REGRESSION,
                "rmse",
                "baseline: {}",
                5,
                "the baseline of rmse bounds nothing. Set max-increase, max-decrease or both.");
        fails(REGRESSION, "rmse", "min: 5, max: 4", 5, "min is larger than max. Swap them.");
    }

    private void fails(String spec, String metric, String bound, int column, String message) {
        assertThatThrownBy(() -> read(spec.formatted(metric, bound)))
                .isInstanceOf(MlException.class)
                .hasMessage("model.yaml line " + spec.lines().count() + ", column " + column + ": " + message);
    }

    private ModelSpec read(String text) throws IOException {
        return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), text), "m")
                .spec();
    }
}
