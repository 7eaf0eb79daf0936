package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody answers for when a model is accepted. */
class WaivingTest {

    private static final Optional<String> WHY = Optional.of("new data");
    private static final String DAY = "2026-11-27";

    private static GateResult gate(String id, Outcome outcome, Reason reason) {
        Bound bound = new Bound(Bound.Kind.MAX, 60, false);
        return new GateResult(
                id,
                new Rule(new SpecPlace("model.yaml", 12, 3), Optional.of(bound), 30, Severity.ERROR),
                Optional.of(Measured.of("rmse", Optional.empty(), 100, 65)),
                Optional.empty(),
                new Ruling(outcome, reason));
    }

    private static Verdict verdict(GateResult... gates) {
        return new Verdict(
                Verdict.FORMAT, Outcome.FAIL, Strictness.NONE, BaselineModel.NOT_ASKED.told(), List.of(gates));
    }

    @Test
    void each_gate_that_fails_by_its_metric_is_waived() {
        Verdict verdict = verdict(
                gate("a", Outcome.FAIL, Reason.BROKEN),
                gate("b", Outcome.FAIL, Reason.NONE_JUDGED),
                gate("c", Outcome.WARN, Reason.BROKEN),
                gate("d", Outcome.FAIL, Reason.UNCERTAIN));

        assertThat(Waiving.of("2026-12-31", " anna ", WHY, DAY).of(verdict))
                .isEqualTo(Map.of(
                        "a 60", new Waiver(OptionalDouble.of(65), "2026-12-31", "anna", "new data"),
                        "d 60", new Waiver(OptionalDouble.of(65), "2026-12-31", "anna", "new data")));
        assertThat(Waiving.of(null, null, WHY, DAY).of(verdict)).isEmpty();
        assertThat(Waiving.hint(verdict)).contains("-Dml.accept.until=<day>");
        assertThat(Waiving.hint(verdict(gate("b", Outcome.FAIL, Reason.NO_GATES))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, '', are missing: ml.accept.owner.",
        "'', anna, are missing: ml.accept.until.",
        "+10000-01-01, anna, 'ml.accept.until is ''+10000-01-01'', which is no day.'",
        "soon, anna, 'ml.accept.until is ''soon'', which is no day.'",
        "2026-11-26, anna, 'ml.accept.until is 2026-11-26, which is over on 2026-11-27.'",
        "2026-12-31, anna: b, ml.accept.owner is 'anna: b'"
    })
    void what_is_missing_or_no_day_to_come_is_told(String until, String owner, String message) {
        assertThatThrownBy(() -> Waiving.of(until, owner, WHY, DAY)).hasMessageContaining(message);
    }

    @Test
    void a_waiver_without_a_reason_is_none_and_one_may_end_today() {
        assertThatThrownBy(() -> Waiving.of("2026-12-31", "anna", Optional.empty(), DAY))
                .hasMessageContaining("are missing: ml.accept.reason.");
        assertThat(Waiving.of(DAY, "anna", WHY, DAY).isAsked()).isTrue();
    }
}
