package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.measured;
import static io.github.mlmaven.gate.Judging.only;
import static io.github.mlmaven.gate.Judging.rmse;
import static io.github.mlmaven.gate.Judging.rule;
import static io.github.mlmaven.gate.Judging.scores;
import static io.github.mlmaven.gate.Judging.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gates say, as data; {@code report}'s GateTextTest has it in words. */
class GatesTest {

    private static final Bound MAX_600 = new Bound(Kind.MAX, 600, false);
    private static final Ruling HOLDS = new Ruling(Outcome.PASS, Reason.HOLDS);
    private static final Ruling BROKEN = new Ruling(Outcome.FAIL, Reason.BROKEN);

    @TempDir
    Path folder;

    @Test
    void a_metric_within_its_limit_passes() {
        assertThat(judge("{metric: rmse, max: 600}", rmse(545.234)))
                .isEqualTo(new Verdict(
                        Verdict.FORMAT,
                        Outcome.PASS,
                        Strictness.NONE,
                        BaselineModel.NOT_ASKED.told(),
                        List.of(new GateResult(
                                "rmse.max",
                                rule(MAX_600),
                                Optional.of(measured("rmse", 545.234)),
                                Optional.empty(),
                                HOLDS))));
    }

    @Test
    void a_limit_itself_is_allowed() {
        assertThat(judge("{metric: rmse, max: 600}", rmse(600)).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge("{metric: bias, min: 600}", scores(Map.of("bias", 600.0)))
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void a_metric_beyond_its_limit_fails_with_value_limit_and_place() {
        assertThat(only(judge("{metric: rmse, max: 600}", rmse(612.4))))
                .isEqualTo(new GateResult(
                        "rmse.max",
                        new Rule(new SpecPlace("model.yaml", 12, 3), Optional.of(MAX_600), 30, Severity.ERROR),
                        Optional.of(measured("rmse", 612.4)),
                        Optional.empty(),
                        BROKEN));
    }

    @Test
    void a_near_miss_is_a_miss() {
        assertThat(only(judge("{metric: rmse, max: 600}", rmse(Math.nextUp(600.0))))
                        .ruling())
                .isEqualTo(BROKEN);
        assertThat(only(judge("{metric: r2, min: 0.975}", scores(Map.of("r2", 0.9749999))))
                        .ruling())
                .isEqualTo(BROKEN);
    }

    @Test
    void each_bound_of_a_gate_is_a_result_and_all_are_judged() {
        Verdict verdict = judge("{metric: bias, min: -1, max: 1}, {metric: rmse, max: 1}", rmse(2));

        assertThat(verdict.gates()).extracting(GateResult::id).containsExactly("bias.min", "bias.max", "rmse.max");
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void two_gates_with_the_same_bound_have_ids_of_their_own() {
        Verdict verdict = judge("{metric: rmse, max: 1}, {metric: rmse, max: 9, severity: warning}", rmse(2));

        assertThat(verdict.gates()).extracting(GateResult::id).containsExactly("rmse.max", "rmse.max#2");
    }

    @Test
    void a_metric_that_was_not_measured_fails() {
        assertThat(only(judge("{metric: mape, max: 1}", rmse(1))))
                .isEqualTo(new GateResult(
                        "mape.max",
                        rule(new Bound(Kind.MAX, 1, false)),
                        Optional.of(new Measured(
                                Optional.of("mape"),
                                Optional.empty(),
                                1_000,
                                OptionalDouble.empty(),
                                Optional.empty())),
                        Optional.empty(),
                        new Ruling(Outcome.FAIL, Reason.NOT_MEASURED)));
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

        Rule judged = rule(new Bound(Kind.MAX, 10, false), 5);
        Rule notJudged = new Rule(judged.place(), Optional.empty(), 5, Severity.ERROR);
        assertThat(verdict.gates())
                .containsExactly(
                        new GateResult("rmse[x=v0].max", judged, slice("v0", 5, 9), Optional.empty(), HOLDS),
                        new GateResult(
                                "rmse[x=v1]",
                                notJudged,
                                slice("v1", 4, 99),
                                Optional.empty(),
                                new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS)),
                        new GateResult("rmse[x=v2].max", judged, slice("v2", 6, 11), Optional.empty(), BROKEN));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_sliced_gate_that_judged_no_slice_fails() {
        GateResult none = only(judge("{metric: rmse, slice: x, max: 10}", slices()));
        assertThat(none.id()).isEqualTo("rmse[x]");
        assertThat(none.measured())
                .contains(new Measured(
                        Optional.of("rmse"),
                        Optional.of(new SliceName("x", Optional.empty())),
                        0,
                        OptionalDouble.empty(),
                        Optional.empty()));
        assertThat(none.ruling()).isEqualTo(new Ruling(Outcome.FAIL, Reason.NO_SLICE));

        Verdict small = judge("{metric: rmse, slice: x, max: 10, min-rows: 7}", slices(5, 1.0));
        assertThat(small.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(small.gates().get(1).ruling()).isEqualTo(new Ruling(Outcome.FAIL, Reason.NO_SLICE_LARGE_ENOUGH));
        assertThat(small.gates().get(1).rule().minRows()).isEqualTo(7);
    }

    @Test
    void no_gates_are_inconclusive_not_a_pass() {
        Verdict verdict = judge("", rmse(1));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        GateResult none = only(verdict);
        assertThat(none.ruling()).isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.NO_GATES));
        assertThat(none.rule().place().file()).isEqualTo("model.yaml");
        assertThat(none.measured()).isEmpty();
    }

    private static Optional<Measured> slice(String value, long rows, double rmse) {
        return Optional.of(Measured.of("rmse", Optional.of(new SliceName("x", Optional.of(value))), rows, rmse));
    }

    private Verdict judge(String gates, Evaluation evaluation) {
        return new Judging(folder).judge(gates, evaluation);
    }
}
