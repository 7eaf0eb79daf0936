package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.GateResult.Waived;
import io.github.mlmaven.step.GateResult.Waived.End;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Every kind of gate result in words; that gates make such data is {@code GatesTest}'s and {@code MovementTest}'s claim. */
class GateTextTest {

    static final SpecPlace PLACE = new SpecPlace("model.yaml", 12, 3);
    private static final Bound MAX_600 = new Bound(Kind.MAX, 600, false);

    @Test
    void a_metric_within_its_limit() {
        says(
                limited("rmse", 545.234, MAX_600, Reason.HOLDS),
                "rmse <= 600",
                "rmse is 545.23, at most 600 is allowed (model.yaml line 12).");
    }

    @Test
    void a_metric_beyond_its_limit() {
        says(
                limited("rmse", 612.4, MAX_600, Reason.BROKEN),
                "rmse <= 600",
                "rmse is 612.4, but at most 600 is allowed (model.yaml line 12).");
    }

    @Test
    void a_near_miss_never_prints_as_the_limit() {
        says(
                limited("rmse", Math.nextUp(600.0), MAX_600, Reason.BROKEN),
                "rmse <= 600",
                "rmse is 600.0000000000001, but at most 600 is allowed (model.yaml line 12).");
        says(
                limited("r2", 0.9749999, new Bound(Kind.MIN, 0.975, false), Reason.BROKEN),
                "r2 >= 0.975",
                "r2 is 0.9749999, but at least 0.975 is required (model.yaml line 12).");
    }

    @Test
    void each_bound_has_a_rule_of_its_own() {
        assertThat(GateText.rule(limited("bias", 0, new Bound(Kind.MIN, -1, false), Reason.HOLDS)))
                .isEqualTo("bias >= -1");
        assertThat(GateText.rule(limited("bias", 0, new Bound(Kind.MAX, 1, false), Reason.HOLDS)))
                .isEqualTo("bias <= 1");
    }

    @Test
    void a_metric_that_was_not_measured() {
        Measured none =
                new Measured(Optional.of("mape"), Optional.empty(), 1_000, OptionalDouble.empty(), Optional.empty());

        says(
                result(none, Optional.of(new Bound(Kind.MAX, 1, false)), Optional.empty(), Reason.NOT_MEASURED),
                "mape <= 1",
                "mape is not defined for its 1,000 test rows, so the gate fails (model.yaml line 12).");
    }

    @Test
    void a_slice_and_one_with_too_few_rows() {
        says(
                result(slice("v0", 5, 9), Optional.of(new Bound(Kind.MAX, 10, false)), Optional.empty(), Reason.HOLDS),
                "rmse of x = v0 <= 10",
                "rmse of x = v0 is 9, at most 10 is allowed (model.yaml line 12).");
        says(
                result(slice("v1", 4, 99), Optional.empty(), Optional.empty(), Reason.TOO_FEW_ROWS),
                "rmse of x = v1",
                "rmse of x = v1 is not judged: the slice has 4 test rows, and min-rows is 5 (model.yaml line 12).");
    }

    @Test
    void a_gate_that_judged_no_slice() {
        Measured every = new Measured(
                Optional.of("rmse"),
                Optional.of(new SliceName("x", Optional.empty())),
                0,
                OptionalDouble.empty(),
                Optional.empty());

        says(
                result(every, Optional.empty(), Optional.empty(), Reason.NO_SLICE),
                "rmse of x",
                "rmse of x was judged on no slice, so the gate fails: the evaluation has no slice of it (model.yaml"
                        + " line 12).");
        says(
                result(every, Optional.empty(), Optional.empty(), Reason.NO_SLICE_LARGE_ENOUGH),
                "rmse of x",
                "rmse of x was judged on no slice, so the gate fails: each slice has fewer test rows than min-rows, 5"
                        + " (model.yaml line 12).");
    }

    @Test
    void no_gates() {
        GateResult none = new GateResult(
                "gates",
                new Rule(PLACE, Optional.empty(), 0, Severity.ERROR),
                Optional.empty(),
                Optional.empty(),
                new Ruling(Outcome.INCONCLUSIVE, Reason.NO_GATES));

        says(
                none,
                "gates",
                "model.yaml has no gates, so nothing says how good the model must be. Add some, such as 'gates:"
                        + " [{metric: ..., max: ...}]'.");
    }

    @Test
    void a_rise_beyond_its_tolerance() {
        says(
                moved(560.1, 580.3, new Bound(Kind.MAX_INCREASE, 0.02, true), Reason.BROKEN),
                "rmse <= accepted + 2 %",
                "rmse rose from 560.1 to 580.3 (+3.6 %), but a rise of at most 2 % is allowed (model.yaml line 12).");
    }

    @Test
    void a_fall_within_its_tolerance() {
        says(
                moved(560, 556.5, new Bound(Kind.MAX_DECREASE, 5, false), Reason.HOLDS),
                "rmse >= accepted - 5",
                "rmse fell from 560 to 556.5 (-3.5), a fall of at most 5 is allowed (model.yaml line 12).");
    }

    @Test
    void a_metric_that_did_not_move() {
        says(
                moved(560.1, 560.1, new Bound(Kind.MAX_INCREASE, 0, false), Reason.HOLDS),
                "rmse <= accepted + 0",
                "rmse stays at 560.1, a rise of at most 0 is allowed (model.yaml line 12).");
    }

    @Test
    void a_near_miss_of_a_tolerance_never_prints_as_the_tolerance() {
        says(
                moved(100, 102.0004, new Bound(Kind.MAX_INCREASE, 0.02, true), Reason.BROKEN),
                "rmse <= accepted + 2 %",
                "rmse rose from 100 to 102 (+2.0004 %), but a rise of at most 2 % is allowed (model.yaml line 12).");
    }

    @Test
    void a_small_change_never_prints_as_none() {
        says(
                moved(100, 100.0001, new Bound(Kind.MAX_INCREASE, 0.02, true), Reason.HOLDS),
                "rmse <= accepted + 2 %",
                "rmse rose from 100 to 100.0001 (+0.0001 %), a rise of at most 2 % is allowed (model.yaml line 12).");
    }

    @Test
    void a_baseline_of_other_test_rows() {
        Optional<Baseline> other = Optional.of(Baseline.ofLock(OptionalDouble.of(560), false));
        Optional<Bound> bound = Optional.of(new Bound(Kind.MAX_INCREASE, 0.02, true));

        says(
                result(all("rmse", 561), bound, other, Reason.OTHER_ROWS),
                "rmse <= accepted + 2 %",
                "rmse cannot be compared: the accepted 560 is of other test rows than 561, which it is now (model.yaml line"
                        + " 12). 'mvn ml:accept', in the change that brings the rows, makes the two comparable.");
        says(
                result(all("rmse", 559.9999), bound, other, Reason.OTHER_ROWS),
                "rmse <= accepted + 2 %",
                "rmse cannot be compared: the accepted 560 is of other test rows than 559.9999, which it is now (model.yaml"
                        + " line 12). 'mvn ml:accept', in the change that brings the rows, makes the two comparable.");
        says(
                result(all("rmse", 580), bound, other, Reason.BROKEN),
                "rmse <= accepted + 2 %",
                "rmse rose from 560 to 580 (+3.6 %), but a rise of at most 2 % is allowed (model.yaml line 12). The accepted"
                        + " value is of other test rows.");
    }

    @Test
    void a_slice_that_moved() {
        says(
                result(
                        slice("v0", 5, 9),
                        Optional.of(new Bound(Kind.MAX_INCREASE, 1, false)),
                        Optional.of(Baseline.ofLock(OptionalDouble.of(7), true)),
                        Reason.BROKEN),
                "rmse of x = v0 <= accepted + 1",
                "rmse of x = v0 rose from 7 to 9 (+2), but a rise of at most 1 is allowed (model.yaml line 12).");
    }

    @Test
    void no_accepted_model_and_how_to_get_one() {
        says(
                result(
                        all("rmse", 580),
                        Optional.of(new Bound(Kind.MAX_INCREASE, 0.02, true)),
                        Optional.empty(),
                        Reason.NO_BASELINE),
                "rmse <= accepted + 2 %",
                "rmse is 580, and there is no accepted model yet to compare it with (model.yaml line 12). 'mvn ml:accept'"
                        + " makes this model the accepted one.");
    }

    @Test
    void a_lock_without_the_metric() {
        says(
                result(
                        all("rmse", 580),
                        Optional.of(new Bound(Kind.MAX_INCREASE, 0.02, true)),
                        Optional.of(Baseline.ofLock(OptionalDouble.empty(), true)),
                        Reason.NOT_IN_BASELINE),
                "rmse <= accepted + 2 %",
                "The lock has no accepted rmse, so its change cannot be judged (model.yaml line 12). Accept the model again"
                        + " with 'mvn ml:accept', or remove the baseline.");
    }

    @Test
    void who_answers_for_a_gate_that_fails() {
        Bound most = new Bound(Kind.MAX, 60, false);
        GateResult broken = limited("rmse", 65, most, Reason.BROKEN);
        String judged = "rmse is 65, but at most 60 is allowed (model.yaml line 12).";

        says(
                broken.waived(new Waived("2026-12-31", "anna", "new data", OptionalDouble.of(65), End.COUNTS)),
                "rmse <= 60",
                judged + " Waived until 2026-12-31 by anna: new data.");
        says(
                broken.waived(new Waived("2026-12-31", "anna", "new data", OptionalDouble.of(65), End.EXPIRED)),
                "rmse <= 60",
                judged + " The waiver ended on 2026-12-31, by anna: new data.");
        says(
                broken.waived(new Waived("2026-12-31", "anna", "new data", OptionalDouble.of(62.5), End.EXCEEDED)),
                "rmse <= 60",
                judged + " The waiver until 2026-12-31 does not reach so far: it is of 62.5, by anna: new data.");
    }

    /** Also when the result was written to JSON and read again. */
    static void says(GateResult result, String rule, String sentence) {
        assertThat(GateText.rule(result)).isEqualTo(rule);
        assertThat(GateText.sentence(result, AcceptCommand.ONLY)).isEqualTo(sentence);
        Verdict verdict = new Verdict(
                Verdict.FORMAT, result.outcome(), Strictness.NONE, BaselineModel.NOT_ASKED.told(), List.of(result));
        Verdict again = Json.parse(Json.text(verdict), Verdict.class);
        assertThat(again).isEqualTo(verdict);
        assertThat(JUnitXml.gates("m", again, AcceptCommand.ONLY))
                .isEqualTo(JUnitXml.gates("m", verdict, AcceptCommand.ONLY));
        assertThat(ConsoleReport.verdict(again, AcceptCommand.ONLY))
                .containsExactly(result.outcome() + "  " + sentence);
    }

    static GateResult limited(String metric, double value, Bound bound, Reason reason) {
        return result(all(metric, value), Optional.of(bound), Optional.empty(), reason);
    }

    static GateResult moved(double from, double to, Bound bound, Reason reason) {
        Baseline baseline = Baseline.ofLock(OptionalDouble.of(from), true);
        return result(all("rmse", to), Optional.of(bound), Optional.of(baseline), reason);
    }

    static GateResult result(Measured measured, Optional<Bound> bound, Optional<Baseline> baseline, Reason reason) {
        Outcome outcome = switch (reason) {
            case HOLDS -> Outcome.PASS;
            case NO_BASELINE, TOO_FEW_ROWS, NO_GATES -> Outcome.INCONCLUSIVE;
            default -> Outcome.FAIL;
        };
        Rule rule = new Rule(PLACE, bound, 5, Severity.ERROR);
        return new GateResult("id", rule, Optional.of(measured), baseline, new Ruling(outcome, reason));
    }

    static Measured all(String metric, double value) {
        return Measured.of(metric, Optional.empty(), 1_000, value);
    }

    private static Measured slice(String value, long rows, double rmse) {
        return Measured.of("rmse", Optional.of(new SliceName("x", Optional.of(value))), rows, rmse);
    }
}
