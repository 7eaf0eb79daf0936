package io.github.mlmaven.report;

import static io.github.mlmaven.report.GateTextTest.says;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Limits that hold by the estimate, and by no more than chance, in words. */
class UncertainTextTest {

    private static final Bound MOST = new Bound(Kind.MAX, 600, false);

    private static GateResult result(Bound bound, double value, Optional<Interval> interval, Outcome outcome) {
        Measured measured =
                new Measured(Optional.of("rmse"), Optional.empty(), 1_000, OptionalDouble.of(value), interval);
        Rule rule = new Rule(new SpecPlace("model.yaml", 12, 3), Optional.of(bound), 30, Severity.ERROR);
        return new GateResult(
                "id", rule, Optional.of(measured), Optional.empty(), new Ruling(outcome, Reason.UNCERTAIN));
    }

    @Test
    void a_limit_that_the_interval_crosses_tells_how_many_rows_would_do() {
        // The interval reaches 20 beyond the value, which has room for 10: four times the rows.
        says(
                result(MOST, 590, Optional.of(new Interval(570, 610)), Outcome.INCONCLUSIVE),
                "rmse <= 600",
                "rmse is 590, at most 600 is allowed (model.yaml line 12). But the true rmse may be 610: 1,000 test rows cannot"
                        + " tell, about 4,000 could.");
    }

    @Test
    void the_rows_are_rounded_up_to_two_digits() {
        says(
                result(MOST, 591, Optional.of(new Interval(570, 610)), Outcome.INCONCLUSIVE),
                "rmse <= 600",
                "rmse is 591, at most 600 is allowed (model.yaml line 12). But the true rmse may be 610: 1,000 test rows cannot"
                        + " tell, about 4,500 could.");
    }

    @Test
    void a_least_value_is_crossed_from_below() {
        says(
                result(
                        new Bound(Kind.MIN, 580, false),
                        590,
                        Optional.of(new Interval(579.999999, 600)),
                        Outcome.INCONCLUSIVE),
                "rmse >= 580",
                "rmse is 590, at least 580 is required (model.yaml line 12). But the true rmse may be 579.999999: 1,000 test rows"
                        + " cannot tell, about 1,100 could.");
    }

    @Test
    void no_rows_tell_a_value_from_itself() {
        says(
                result(MOST, 600, Optional.of(new Interval(580, 620)), Outcome.INCONCLUSIVE),
                "rmse <= 600",
                "rmse is 600, at most 600 is allowed (model.yaml line 12). But the true rmse may be 620: 1,000 test rows cannot"
                        + " tell, and no number of them could.");
    }

    @Test
    void a_strict_gate_that_fails_by_it_says_so() {
        says(
                result(MOST, 590, Optional.of(new Interval(570, 610)), Outcome.FAIL),
                "rmse <= 600",
                "rmse is 590, at most 600 is allowed (model.yaml line 12). But the true rmse may be 610: 1,000 test rows cannot"
                        + " tell, about 4,000 could. The gate is strict.");
    }

    @Test
    void without_an_interval_nothing_is_said_of_how_far_it_may_be() {
        says(
                result(MOST, 590, Optional.empty(), Outcome.INCONCLUSIVE),
                "rmse <= 600",
                "rmse is 590, at most 600 is allowed (model.yaml line 12). But how far the true rmse may be from it, 1,000 test"
                        + " rows do not tell: that takes 10 rows, or groups of rows, and of a mean over labels 10 of each label.");
    }
}
