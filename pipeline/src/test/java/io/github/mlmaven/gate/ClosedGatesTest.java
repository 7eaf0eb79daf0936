package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.only;
import static io.github.mlmaven.gate.Judging.rmse;
import static io.github.mlmaven.gate.Judging.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing passes for want of something to judge; and what is absent fails where it is required. */
class ClosedGatesTest {

    private static final String RMSE = "{metric: rmse, max: 600}";
    private static final String GUARDED = "{metric: rmse, baseline: {max-increase: 2%}}";

    @TempDir
    Path folder;

    @Test
    void no_gates_fail_where_they_are_required() {
        assertThat(only(require("", rmse(1), Optional.empty())).ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.NO_GATES));
    }

    @Test
    void no_accepted_model_fails_where_it_is_required() {
        assertThat(only(require(GUARDED, rmse(1), Optional.empty())).ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.NO_BASELINE));
    }

    @Test
    void a_baseline_of_other_rows_fails_where_it_is_required_until_it_is_accepted() {
        Lock other = Lock.of(Map.of("metric.rmse", "560.0", "test.rows", "other"), List.of());

        assertThat(only(require(GUARDED, rmse(561), Optional.of(other))).ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.OTHER_ROWS));
        assertThat(only(require(GUARDED, rmse(561), Optional.of(lock("rmse", 561))))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
    }

    @Test
    void a_gate_that_only_warns_does_not_fail_for_want_of_a_baseline() {
        Verdict verdict = require(
                RMSE + ", {metric: rmse, severity: warning, baseline: {max-increase: 2%}}", rmse(1), Optional.empty());

        assertThat(verdict.gates())
                .extracting(GateResult::ruling)
                .containsExactly(new Ruling(Outcome.PASS, Reason.HOLDS), new Ruling(Outcome.WARN, Reason.NO_BASELINE));
    }

    @Test
    void an_accepted_slice_that_vanished_is_a_result_of_its_own() {
        Lock accepted = Lock.of(
                Map.of(
                        "metric.rmse",
                        "5.0",
                        "metric.rmse[x=gone]",
                        "7.0",
                        "metric.mae[x=gone]",
                        "6.0",
                        "test.rows",
                        "t"),
                List.of());

        Verdict lax = judge(RMSE, slices(50, 4.0), accepted);

        assertThat(lax.outcome()).isEqualTo(Outcome.WARN);
        assertThat(lax.gates()).hasSize(2);
        GateResult vanished = lax.gates().get(1);
        assertThat(vanished.id()).isEqualTo("[x=gone].vanished");
        assertThat(vanished.measured())
                .contains(new Measured(
                        Optional.empty(),
                        Optional.of(new SliceName("x", Optional.of("gone"))),
                        0,
                        OptionalDouble.empty(),
                        Optional.empty()));
        assertThat(vanished.ruling()).isEqualTo(new Ruling(Outcome.WARN, Reason.VANISHED));
        assertThat(require(RMSE, slices(50, 4.0), Optional.of(accepted))
                        .gates()
                        .get(1)
                        .ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.VANISHED));
    }

    @Test
    void an_accepted_metric_that_vanished_is_a_result_of_its_own() {
        Lock accepted = Lock.of(
                Map.of("metric.rmse", "5.0", "metric.mape", "0.1", "metric.mape[x=v0]", "0.2", "test.rows", "t"),
                List.of());

        Verdict verdict = require(RMSE, slices(50, 4.0), Optional.of(accepted));

        assertThat(verdict.gates())
                .extracting(GateResult::id)
                .containsExactly("rmse.max", "mape.vanished", "mape[x=v0].vanished");
        GateResult ofSlice = verdict.gates().get(2);
        assertThat(ofSlice.measured().orElseThrow().rows()).isEqualTo(50);
        assertThat(ofSlice.baseline()).contains(Baseline.ofLock(OptionalDouble.of(0.2), true));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_handful_of_test_rows_passes_no_gate() {
        GateResult few = only(judge(RMSE, tested(29, 545)));

        assertThat(few.ruling()).isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS));
        assertThat(few.rule().bound()).contains(new Bound(Kind.MAX, 600, false));
        assertThat(few.rule().minRows()).isEqualTo(30);
        assertThat(judge(RMSE, tested(30, 545)).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge("{metric: rmse, max: 600, min-rows: 9}", tested(9, 545))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge("{metric: rmse, max: 600, min-rows: 31}", tested(30, 545))
                        .outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void what_a_handful_of_rows_breaks_is_broken() {
        assertThat(only(judge(RMSE, tested(1, 601))).ruling()).isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    @Test
    void gates_of_which_none_was_judged_fail_where_one_is_required() {
        Verdict verdict = require(RMSE, tested(29, 545), Optional.empty());

        assertThat(verdict.gates())
                .extracting(GateResult::ruling)
                .containsExactly(
                        new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS),
                        new Ruling(Outcome.FAIL, Reason.NONE_JUDGED));
        assertThat(verdict.gates().get(1).id()).isEqualTo("gates.judged");
    }

    @Test
    void a_slice_with_too_few_rows_stays_yellow_beside_a_gate_that_was_judged() {
        Verdict verdict = require(
                RMSE + ", {metric: rmse, slice: x, max: 10, min-rows: 5}", slices(4, 1.0, 6, 1.0), Optional.empty());

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void the_verdict_says_how_strictly_it_was_found() {
        assertThat(require(RMSE, rmse(1), Optional.empty()).strictness().required())
                .isTrue();
        assertThat(judge(RMSE, rmse(1)).strictness().required()).isFalse();
    }

    private static Evaluation tested(long rows, double rmse) {
        Scores scores = new Scores(rows, new TreeMap<>(Map.of("rmse", rmse)));
        return new Evaluation(1, Task.REGRESSION, "t", 0.95, List.of(), scores, List.of(), Optional.empty());
    }

    private Verdict judge(String gates, Evaluation evaluation) {
        return new Judging(folder).judge(gates, evaluation);
    }

    private Verdict judge(String gates, Evaluation evaluation, Lock lock) {
        return new Judging(folder).judge(gates, evaluation, lock);
    }

    private Verdict require(String gates, Evaluation evaluation, Optional<Lock> lock) {
        return new Judging(folder).require(gates, evaluation, lock);
    }

    private static Lock lock(String metric, double value) {
        return Lock.of(Map.of("metric." + metric, Double.toString(value), "test.rows", "t"), List.of());
    }
}
