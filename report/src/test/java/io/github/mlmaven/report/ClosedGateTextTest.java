package io.github.mlmaven.report;

import static io.github.mlmaven.report.GateTextTest.result;
import static io.github.mlmaven.report.GateTextTest.says;

import io.github.mlmaven.spec.Severity;
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
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Results that keep a build from passing for want of something to judge, in words. */
class ClosedGateTextTest {

    @Test
    void a_limit_that_holds_on_too_few_test_rows() {
        says(
                result(
                        Measured.of("rmse", Optional.empty(), 4, 545),
                        Optional.of(new Bound(Kind.MAX, 600, false)),
                        Optional.empty(),
                        Reason.TOO_FEW_ROWS),
                "rmse <= 600",
                "rmse is 545, at most 600 is allowed (model.yaml line 12). But 4 test rows are too few to pass a gate: it"
                        + " takes 5. Hold out more rows (data.split), or set the gate's min-rows.");
    }

    @Test
    void a_slice_and_a_metric_that_vanished() {
        Optional<SliceName> fair = Optional.of(new SliceName("cut", Optional.of("Fair")));
        Measured slice = new Measured(Optional.empty(), fair, 0, OptionalDouble.empty(), Optional.empty());
        Measured metric = new Measured(Optional.of("mape"), fair, 9, OptionalDouble.empty(), Optional.empty());

        says(
                result(slice, Optional.empty(), Optional.empty(), Reason.VANISHED),
                "cut = Fair",
                "cut = Fair was accepted, and this evaluation does not have it. If that is meant, 'mvn ml:accept' accepts the"
                        + " model without it.");
        says(
                result(
                        metric,
                        Optional.empty(),
                        Optional.of(Baseline.ofLock(OptionalDouble.of(0.125), true)),
                        Reason.VANISHED),
                "mape of cut = Fair",
                "mape of cut = Fair was accepted as 0.125, and this evaluation does not have it. If that is meant, 'mvn"
                        + " ml:accept' accepts the model without it.");
    }

    @Test
    void gates_of_which_none_could_be_judged() {
        says(
                new GateResult(
                        "gates.judged",
                        new Rule(GateTextTest.PLACE, Optional.empty(), 0, Severity.ERROR),
                        Optional.empty(),
                        Optional.empty(),
                        new Ruling(Outcome.FAIL, Reason.NONE_JUDGED)),
                "gates",
                "No gate of model.yaml could be judged, and this build requires one (ml.required). The other lines say what"
                        + " each would need.");
    }
}
