package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.only;
import static io.github.mlmaven.gate.Judging.rmse;
import static io.github.mlmaven.gate.Judging.scores;
import static io.github.mlmaven.gate.Judging.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.step.Verdict.GateResult;
import io.github.mlmaven.step.Verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {

    @TempDir
    Path folder;

    @Test
    void a_metric_within_its_limit_passes() {
        assertThat(judge("{metric: rmse, max: 600}", rmse(545.234)))
                .isEqualTo(new Verdict(
                        Verdict.FORMAT,
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
        assertThat(only(judge("{metric: r2, min: 0.975}", scores(Map.of("r2", 0.9749999))))
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
                        Verdict.FORMAT,
                        Outcome.INCONCLUSIVE,
                        List.of(new GateResult(
                                "gates",
                                Outcome.INCONCLUSIVE,
                                "model.yaml has no gates, so nothing says how good the model must be. Add some, such as"
                                        + " 'gates: [{metric: ..., max: ...}]'."))));
    }

    private Verdict judge(String gates, Evaluation evaluation) {
        return new Judging(folder).judge(gates, evaluation);
    }
}
