package io.github.mlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.Metric;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.spec.Task;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.step.Verdict.GateResult;
import io.github.mlmaven.step.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {

    @TempDir
    Path folder;

    @Test
    void a_metric_within_its_limit_passes() {
        assertThat(judge("{metric: rmse, max: 600}", rmse(545.234)))
                .isEqualTo(new Verdict(
                        1,
                        "f",
                        Outcome.PASS,
                        List.of(new GateResult(
                                "rmse <= 600",
                                Outcome.PASS,
                                "rmse is 545.23, at most 600 is allowed (model.yaml line 12)."))));
    }

    @Test
    void a_limit_itself_is_allowed() {
        assertThat(judge("{metric: rmse, max: 600}", rmse(600)).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge("{metric: rmse, min: 600}", rmse(600)).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void a_metric_beyond_its_limit_fails_with_value_limit_and_place() {
        assertThat(only(judge("{metric: rmse, max: 600}", rmse(612.4))))
                .isEqualTo(new GateResult(
                        "rmse <= 600",
                        Outcome.FAIL,
                        "rmse is 612.4, but at most 600 is allowed (model.yaml line 12)."));
    }

    @Test
    void a_near_miss_never_prints_as_the_limit() {
        assertThat(only(judge("{metric: rmse, max: 600}", rmse(Math.nextUp(600.0)))))
                .isEqualTo(new GateResult(
                        "rmse <= 600",
                        Outcome.FAIL,
                        "rmse is 600.0000000000001, but at most 600 is allowed (model.yaml line 12)."));
        assertThat(only(judge("{metric: r2, min: 0.975}", scores(Map.of(Metric.R2, 0.9749999))))
                        .message())
                .isEqualTo("r2 is 0.9749999, but at least 0.975 is required (model.yaml line 12).");
    }

    @Test
    void each_bound_of_a_gate_is_a_result_and_all_are_judged() {
        Verdict verdict = judge("{metric: bias, min: -1, max: 1}, {metric: rmse, max: 1}", rmse(2));

        assertThat(verdict.gates())
                .extracting(GateResult::gate)
                .containsExactly("bias >= -1", "bias <= 1", "rmse <= 1");
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_metric_that_was_not_measured_fails() {
        assertThat(only(judge("{metric: mape, max: 1}", rmse(1))))
                .isEqualTo(new GateResult(
                        "mape <= 1",
                        Outcome.FAIL,
                        "mape is not defined for its 1,000 test rows, so the gate fails (model.yaml line 12)."));
        assertThat(judge("{metric: rmse, max: 1}", rmse(Double.NaN)).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judge("{metric: rmse, min: 1}", rmse(Double.POSITIVE_INFINITY))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_broken_gate_of_severity_warning_warns() {
        assertThat(judge("{metric: rmse, max: 1, severity: warning}", rmse(2)).outcome())
                .isEqualTo(Outcome.WARN);
        assertThat(judge("{metric: mape, max: 1, severity: warning}", rmse(2)).outcome())
                .isEqualTo(Outcome.WARN);
    }

    @Test
    void a_rise_beyond_its_tolerance_fails_with_both_values() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580.3), lock("rmse", 560.1))))
                .isEqualTo(
                        new GateResult(
                                "rmse <= accepted + 2 %",
                                Outcome.FAIL,
                                "rmse rose from 560.1 to 580.3 (+3.6 %), but a rise of at most 2 % is allowed (model.yaml line 12)."));
    }

    @Test
    void a_fall_within_its_tolerance_passes() {
        assertThat(only(judge("{metric: rmse, baseline: {max-decrease: 5}}", rmse(556.5), lock("rmse", 560))))
                .isEqualTo(new GateResult(
                        "rmse >= accepted - 5",
                        Outcome.PASS,
                        "rmse fell from 560 to 556.5 (-3.5), a fall of at most 5 is allowed (model.yaml line 12)."));
    }

    @Test
    void a_metric_that_did_not_move_says_so() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 0}}", rmse(560.1), lock("rmse", 560.1)))
                        .message())
                .isEqualTo("rmse stays at 560.1, a rise of at most 0 is allowed (model.yaml line 12).");
    }

    @Test
    void a_tolerance_means_its_decimal_digits() {
        // In binary, 0.8 - 0.1 is above 0.7.
        assertThat(judge("{metric: rmse, baseline: {max-decrease: 0.1}}", rmse(0.7), lock("rmse", 0.8))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge("{metric: rmse, baseline: {max-increase: 10%}}", rmse(1.1), lock("rmse", 1))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge("{metric: rmse, baseline: {max-increase: 10%}}", rmse(Math.nextUp(1.1)), lock("rmse", 1))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_near_miss_of_a_tolerance_never_prints_as_the_tolerance() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(102.0004), lock("rmse", 100)))
                        .message())
                .isEqualTo(
                        "rmse rose from 100 to 102 (+2.0004 %), but a rise of at most 2 % is allowed (model.yaml line 12).");
    }

    @Test
    void a_tolerance_of_a_negative_baseline_is_a_share_of_its_magnitude() {
        assertThat(judge("{metric: rmse, baseline: {max-increase: 10%}}", rmse(-0.9), lock("rmse", -1))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge("{metric: rmse, baseline: {max-increase: 10%}}", rmse(-0.89), lock("rmse", -1))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void without_an_accepted_model_a_baseline_is_inconclusive_and_says_how_to_get_one() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580))))
                .isEqualTo(new GateResult(
                        "rmse <= accepted + 2 %",
                        Outcome.INCONCLUSIVE,
                        "rmse is 580, and there is no accepted model yet to compare it with (model.yaml line 12)."
                                + " 'mvn ml:accept' makes this model the accepted one."));
    }

    @Test
    void a_lock_without_the_metric_fails() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580), lock("mae", 1))))
                .isEqualTo(new GateResult(
                        "rmse <= accepted + 2 %",
                        Outcome.FAIL,
                        "The lock has no accepted rmse, so its change cannot be judged (model.yaml line 12). Accept the"
                                + " model again with 'mvn ml:accept', or remove the baseline."));
    }

    @Test
    void a_baseline_of_other_test_rows_is_judged_and_said() {
        Lock lock = Lock.of(Map.of("metric.rmse", "560.0", "test.rows", "other"), Optional.empty());

        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(561), lock))
                        .message())
                .isEqualTo("rmse rose from 560 to 561 (+0.2 %), a rise of at most 2 % is allowed (model.yaml line 12)."
                        + " The accepted value is of other test rows.");
    }

    @Test
    void a_sliced_gate_holds_for_each_slice_with_enough_rows() {
        Verdict verdict = judge("{metric: rmse, slice: x, max: 10, min-rows: 5}", slices(5, 9.0, 4, 99.0, 6, 11.0));

        assertThat(verdict.gates())
                .containsExactly(
                        new GateResult(
                                "rmse of x = v0 <= 10",
                                Outcome.PASS,
                                "rmse of x = v0 is 9, at most 10 is allowed (model.yaml line 12)."),
                        new GateResult(
                                "rmse of x = v1",
                                Outcome.INCONCLUSIVE,
                                "rmse of x = v1 is not judged: the slice has 4 test rows, and min-rows is 5"
                                        + " (model.yaml line 12)."),
                        new GateResult(
                                "rmse of x = v2 <= 10",
                                Outcome.FAIL,
                                "rmse of x = v2 is 11, but at most 10 is allowed (model.yaml line 12)."));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_sliced_gate_compares_each_slice_with_its_own_baseline() {
        assertThat(only(judge(
                                "{metric: rmse, slice: x, baseline: {max-increase: 1}}",
                                slices(5, 9.0),
                                lock("rmse[x=v0]", 7)))
                        .message())
                .isEqualTo(
                        "rmse of x = v0 rose from 7 to 9 (+2), but a rise of at most 1 is allowed (model.yaml line 12).");
    }

    @Test
    void a_sliced_gate_that_judged_no_slice_fails() {
        assertThat(only(judge("{metric: rmse, slice: x, max: 10}", slices())))
                .isEqualTo(new GateResult(
                        "rmse of x",
                        Outcome.FAIL,
                        "rmse of x was judged on no slice, so the gate fails: the evaluation has no slice of it"
                                + " (model.yaml line 12)."));
        Verdict small = judge("{metric: rmse, slice: x, max: 10, min-rows: 7}", slices(5, 1.0));
        assertThat(small.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(small.gates().get(1).message())
                .isEqualTo("rmse of x was judged on no slice, so the gate fails: each slice has fewer test rows than"
                        + " min-rows, 7 (model.yaml line 12).");
    }

    @Test
    void no_gates_are_inconclusive_not_a_pass() {
        assertThat(judge("", rmse(1)))
                .isEqualTo(new Verdict(
                        1,
                        "f",
                        Outcome.INCONCLUSIVE,
                        List.of(new GateResult(
                                "gates",
                                Outcome.INCONCLUSIVE,
                                "model.yaml has no gates, so nothing says how good the model must be. Add some, such as"
                                        + " 'gates: [{metric: ..., max: ...}]'."))));
    }

    private Verdict judge(String gates, Evaluation evaluation) {
        return Gates.judge(spec(gates), evaluation, Optional.empty(), "f");
    }

    private Verdict judge(String gates, Evaluation evaluation, Lock lock) {
        return Gates.judge(spec(gates), evaluation, Optional.of(lock), "f");
    }

    private static GateResult only(Verdict verdict) {
        assertThat(verdict.gates()).hasSize(1);
        assertThat(verdict.gates().get(0).outcome()).isEqualTo(verdict.outcome());
        return verdict.gates().get(0);
    }

    private static Lock lock(String metric, double value) {
        return Lock.of(Map.of("metric." + metric, Double.toString(value), "test.rows", "t"), Optional.empty());
    }

    private static Evaluation rmse(double value) {
        return scores(Map.of(Metric.RMSE, value));
    }

    private static Evaluation scores(Map<Metric, Double> metrics) {
        Scores scores = new Scores(1_000, new TreeMap<>(metrics));
        return new Evaluation(1, "f", Task.REGRESSION, "t", scores, List.of(), Optional.empty());
    }

    private static Evaluation slices(Number... rowsAndRmse) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < rowsAndRmse.length; i += 2) {
            slices.add(new Slice(
                    "x",
                    "v" + i / 2,
                    new Scores(
                            rowsAndRmse[i].longValue(),
                            new TreeMap<>(Map.of(Metric.RMSE, rowsAndRmse[i + 1].doubleValue())))));
        }
        Scores overall = new Scores(1_000, new TreeMap<>(Map.of(Metric.RMSE, 5.0)));
        return new Evaluation(1, "f", Task.REGRESSION, "t", overall, slices, Optional.empty());
    }

    private SpecFile spec(String gates) {
        try {
            return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), """
                    task: regression
                    data:
                      source: d.csv
                      label: y
                    columns:
                      x: {type: category}
                      y: {type: number}
                    evaluate:
                      slices: [x]
                    # what must hold
                    gates: [
                      %s]
                    """.formatted(gates)), "m");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
