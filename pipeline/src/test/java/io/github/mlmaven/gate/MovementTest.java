package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.only;
import static io.github.mlmaven.gate.Judging.rmse;
import static io.github.mlmaven.gate.Judging.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.step.Verdict.GateResult;
import io.github.mlmaven.step.Verdict.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates that compare with the accepted model. */
class MovementTest {

    @TempDir
    Path folder;

    @Test
    void a_rise_beyond_its_tolerance_fails_with_both_values() {
        assertThat(only(judge("{metric: rmse, baseline: {max-increase: 2%}}", rmse(580.3), lock("rmse", 560.1))))
                .isEqualTo(new GateResult(
                        "rmse <= accepted + 2 %",
                        Outcome.FAIL,
                        "rmse rose from 560.1 to 580.3 (+3.6 %), but a rise of at most 2 % is allowed"
                                + " (model.yaml line 12)."));
    }

    @Test
    void a_fall_within_its_tolerance_passes() {
        assertThat(only(judge("{metric: rmse, baseline: {max-decrease: 5}}", rmse(556.5), lock("rmse", 560))))
                .isEqualTo(new GateResult(
                        "rmse >= accepted - 5",
                        Outcome.PASS,
                        "rmse fell from 560 to 556.5 (-3.5), a fall of at most 5 is allowed"
                                + " (model.yaml line 12)."));
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
                .isEqualTo("rmse rose from 100 to 102 (+2.0004 %), but a rise of at most 2 % is allowed"
                        + " (model.yaml line 12).");
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
    void a_sliced_gate_compares_each_slice_with_its_own_baseline() {
        assertThat(only(judge(
                                "{metric: rmse, slice: x, baseline: {max-increase: 1}}",
                                slices(5, 9.0),
                                lock("rmse[x=v0]", 7)))
                        .message())
                .isEqualTo("rmse of x = v0 rose from 7 to 9 (+2), but a rise of at most 1 is allowed"
                        + " (model.yaml line 12).");
    }

    private Verdict judge(String gates, Evaluation evaluation) {
        return new Judging(folder).judge(gates, evaluation);
    }

    private Verdict judge(String gates, Evaluation evaluation, Lock lock) {
        return new Judging(folder).judge(gates, evaluation, lock);
    }

    private static Lock lock(String metric, double value) {
        return Lock.of(Map.of("metric." + metric, Double.toString(value), "test.rows", "t"), Optional.empty());
    }
}
