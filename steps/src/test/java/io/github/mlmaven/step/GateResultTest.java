package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Contract.Level;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Between;
import io.github.mlmaven.step.GateResult.Kept;
import io.github.mlmaven.step.GateResult.Loss;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.Waived;
import io.github.mlmaven.step.GateResult.Waived.End;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a gate's result says about itself. */
class GateResultTest {

    private static final Bound TWO_PERCENT = new Bound(Kind.MAX_INCREASE, 0.02, true);

    private static GateResult result(
            Outcome outcome, Reason reason, Optional<Bound> bound, Optional<Baseline> baseline) {
        Rule rule = new Rule(new SpecPlace("model.yaml", 9, 3), bound, 30, Severity.ERROR);
        return new GateResult("rmse.max", rule, Optional.empty(), baseline, new Ruling(outcome, reason));
    }

    private static GateResult failed(Reason reason) {
        return result(Outcome.FAIL, reason, Optional.empty(), Optional.empty());
    }

    private static Set<Reason> reasons(Predicate<GateResult> predicate, Outcome outcome) {
        return EnumSet.allOf(Reason.class).stream()
                .filter(reason -> predicate.test(result(outcome, reason, Optional.empty(), Optional.empty())))
                .collect(Collectors.toSet());
    }

    @Test
    void what_fails_however_the_model_is_accepted() {
        assertThat(reasons(GateResult::failsHoweverAccepted, Outcome.FAIL))
                .containsExactlyInAnyOrder(
                        Reason.NOT_MEASURED,
                        Reason.UNCERTAIN,
                        Reason.NO_SLICE,
                        Reason.NO_SLICE_LARGE_ENOUGH,
                        Reason.ONLY_SLICE,
                        Reason.NO_GATES,
                        Reason.NONE_JUDGED,
                        Reason.BASELINE_UNREACHED,
                        Reason.BASELINE_UNUSABLE,
                        Reason.CONTRACT_BROKEN,
                        Reason.CONTRACT_UNKNOWN,
                        Reason.NOT_TRIED,
                        Reason.BROKEN,
                        Reason.NOT_IN_BASELINE);
        assertThat(reasons(GateResult::failsHoweverAccepted, Outcome.WARN)).isEmpty();
    }

    @Test
    void a_movement_from_the_lock_is_mended_by_accepting_and_one_from_a_release_is_not() {
        Baseline lock = Baseline.ofLock(OptionalDouble.of(5), true);
        Baseline release =
                new Baseline(BaselineOrigin.RELEASE, "g:m:1", OptionalDouble.of(5), true, Optional.empty(), List.of());

        assertThat(result(Outcome.FAIL, Reason.BROKEN, Optional.of(TWO_PERCENT), Optional.of(lock))
                        .failsHoweverAccepted())
                .isFalse();
        assertThat(result(Outcome.FAIL, Reason.BROKEN, Optional.of(TWO_PERCENT), Optional.of(release))
                        .failsHoweverAccepted())
                .isTrue();
        assertThat(lock.losing(new Loss(1, 2, 3, false, true)).loss()).contains(new Loss(1, 2, 3, false, true));
        assertThat(lock.value()).hasValue(5);
    }

    @Test
    void what_somebody_may_answer_for() {
        assertThat(reasons(GateResult::mayBeWaived, Outcome.FAIL))
                .containsExactlyInAnyOrder(
                        Reason.BROKEN, Reason.UNCERTAIN, Reason.NOT_MEASURED, Reason.NOT_IN_BASELINE);
        assertThat(reasons(GateResult::mayBeWaived, Outcome.INCONCLUSIVE)).isEmpty();
    }

    @Test
    void a_waiver_that_counts_makes_a_failure_a_warning_and_another_one_is_told_alone() {
        Waived counts = new Waived("2026-12-31", "anna", "r", OptionalDouble.of(1), End.COUNTS);
        Waived expired = new Waived("2026-12-31", "anna", "r", OptionalDouble.of(1), End.EXPIRED);

        GateResult warned = failed(Reason.BROKEN).waived(counts);
        assertThat(warned.ruling()).isEqualTo(new Ruling(Outcome.WARN, Reason.BROKEN));
        assertThat(warned.waived()).contains(counts);
        assertThat(failed(Reason.BROKEN).waived(expired).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(warned.named("other")).isEqualTo(named(warned));
        GateResult apart = failed(Reason.BROKEN).about(new Between("a", 1, "b", 2));
        assertThat(apart.between()).contains(new Between("a", 1, "b", 2));
        assertThat(apart.waived(counts).named("other")).isEqualTo(named(apart.waived(counts)));
    }

    private static GateResult named(GateResult result) {
        return new GateResult(
                "other",
                result.rule(),
                result.measured(),
                result.baseline(),
                result.ruling(),
                result.waived(),
                result.about());
    }

    @Test
    void the_name_of_a_waiver_has_the_bound() {
        assertThat(failed(Reason.BROKEN).waiverName()).isEqualTo("rmse.max");
        assertThat(result(Outcome.FAIL, Reason.BROKEN, Optional.of(new Bound(Kind.MAX, 600, false)), Optional.empty())
                        .waiverName())
                .isEqualTo("rmse.max 600");
        assertThat(result(Outcome.FAIL, Reason.BROKEN, Optional.of(TWO_PERCENT), Optional.empty())
                        .waiverName())
                .isEqualTo("rmse.max 0.02 of the baseline");
    }

    @Test
    void a_loss_is_surely_allowed_up_to_the_tolerance() {
        assertThat(new Loss(1, 2, 3, false, false).isSurelyAllowed()).isTrue();
        assertThat(new Loss(1, 2.1, 3, false, false).isSurelyAllowed()).isFalse();
        assertThat(new Loss(-2, 2, 0, false, false).isSurelyAllowed()).isTrue();
    }

    @Test
    void the_level_of_a_contract_is_that_of_its_greatest_change() {
        Contract.Change minor = new Contract.Change(Contract.Kind.INPUT, "a", "", "number", Level.MINOR);
        Contract.Change major = new Contract.Change(Contract.Kind.INPUT, "b", "number", "", Level.MAJOR);
        Contract contract = new Contract("1", List.of(minor, major, minor));

        assertThat(contract.level()).isEqualTo(Level.MAJOR);
        assertThat(new Contract("1", List.of(minor)).level()).isEqualTo(Level.MINOR);
        assertThat(new Contract("1", List.of()).level()).isEqualTo(Level.PATCH);
        Kept kept = new Kept(contract, "2", Level.MINOR);
        assertThat(failed(Reason.CONTRACT_BROKEN).about(kept).contract()).contains(kept);
    }
}
