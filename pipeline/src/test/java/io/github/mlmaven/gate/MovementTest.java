package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.measured;
import static io.github.mlmaven.gate.Judging.only;
import static io.github.mlmaven.gate.Judging.rmse;
import static io.github.mlmaven.gate.Judging.rule;
import static io.github.mlmaven.gate.Judging.scores;
import static io.github.mlmaven.gate.Judging.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates that compare with the accepted model, as data; {@code report}'s GateTextTest has it in words. */
class MovementTest {

    private static final Ruling HOLDS = new Ruling(Outcome.PASS, Reason.HOLDS);
    private static final Ruling BROKEN = new Ruling(Outcome.FAIL, Reason.BROKEN);

    @TempDir
    Path folder;

    @Test
    void a_rise_beyond_its_tolerance_fails_with_both_values() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580.3), lock("rmse", 560.1))))
                .isEqualTo(new GateResult(
                        "rmse.max-increase",
                        rule(new Bound(Kind.MAX_INCREASE, 0.02, true)),
                        Optional.of(measured("rmse", 580.3)),
                        Optional.of(Baseline.ofLock(OptionalDouble.of(560.1), true)),
                        BROKEN));
    }

    @Test
    void a_fall_within_its_tolerance_passes() {
        assertThat(only(judge(
                        "{metric: bias, baseline: {max-decrease: 5}}",
                        scores(Map.of("bias", 556.5)),
                        lock("bias", 560))))
                .isEqualTo(new GateResult(
                        "bias.max-decrease",
                        rule(new Bound(Kind.MAX_DECREASE, 5, false)),
                        Optional.of(measured("bias", 556.5)),
                        Optional.of(Baseline.ofLock(OptionalDouble.of(560), true)),
                        HOLDS));
    }

    @Test
    void a_metric_that_did_not_move_passes_without_a_tolerance() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 0}}", rmse(560.1), lock("rmse", 560.1)))
                        .ruling())
                .isEqualTo(HOLDS);
    }

    @Test
    void a_tolerance_means_its_decimal_digits() {
        // In binary, 0.8 - 0.1 is above 0.7.
        assertThat(judge(
                                "{metric: bias, baseline: {max-decrease: 0.1}}",
                                scores(Map.of("bias", 0.7)),
                                lock("bias", 0.8))
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
    void a_near_miss_of_a_tolerance_is_a_miss() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(102.0004), lock("rmse", 100)))
                        .ruling())
                .isEqualTo(BROKEN);
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
    void without_an_accepted_model_a_baseline_is_inconclusive() {
        GateResult result = only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580)));

        assertThat(result.ruling()).isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.NO_BASELINE));
        assertThat(result.baseline()).isEmpty();
        assertThat(result.measured()).contains(measured("rmse", 580));
    }

    @Test
    void a_lock_without_the_metric_fails() {
        GateResult result = judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580), lock("mae", 1))
                .gates()
                .get(0);

        assertThat(result.ruling()).isEqualTo(new Ruling(Outcome.FAIL, Reason.NOT_IN_BASELINE));
        assertThat(result.baseline()).contains(Baseline.ofLock(OptionalDouble.empty(), true));
    }

    @Test
    void a_baseline_of_other_test_rows_is_judged_and_marked() {
        Lock lock = Lock.of(Map.of("metric.rmse", "560.0", "test.rows", "other"), List.of());

        GateResult result = only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(561), lock));

        assertThat(result.ruling()).isEqualTo(new Ruling(Outcome.WARN, Reason.OTHER_ROWS));
        assertThat(result.baseline()).contains(Baseline.ofLock(OptionalDouble.of(560), false));
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580), lock))
                        .ruling())
                .isEqualTo(BROKEN);
    }

    @Test
    void a_sliced_gate_compares_each_slice_with_its_own_baseline() {
        GateResult result = only(
                judge("{metric: rmse, slice: x, baseline: {max-increase: 1}}", slices(5, 9.0), lock("rmse[x=v0]", 7)));

        assertThat(result.ruling()).isEqualTo(BROKEN);
        assertThat(result.baseline()).contains(Baseline.ofLock(OptionalDouble.of(7), true));
    }

    private Verdict judge(String gates, Evaluation evaluation) {
        return new Judging(folder).judge(gates, evaluation);
    }

    private Verdict judge(String gates, Evaluation evaluation, Lock lock) {
        return new Judging(folder).judge(gates, evaluation, lock);
    }

    private static Lock lock(String metric, double value) {
        return Lock.of(Map.of("metric." + metric, Double.toString(value), "test.rows", "t"), List.of());
    }
}
