package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Between;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is said of slices that are held against each other. */
class GapTextTest {

    private static GateResult result(Bound bound, double value, Interval interval, Outcome outcome, Reason reason) {
        Measured measured = new Measured(
                Optional.of("recall"),
                Optional.of(new SliceName("sex", Optional.empty())),
                120,
                OptionalDouble.of(value),
                Optional.of(interval));
        return new GateResult(
                        "recall[sex]",
                        new Rule(new SpecPlace("model.yaml", 12, 5), Optional.of(bound), 30, Severity.ERROR),
                        Optional.of(measured),
                        Optional.empty(),
                        new Ruling(outcome, reason))
                .about(new Between("f", 0.71, "m", 0.83));
    }

    private static String sentence(GateResult result) {
        return GateText.sentence(result, AcceptCommand.ONLY);
    }

    @Test
    void a_gap_names_both_slices_and_how_far_they_are_apart() {
        Bound bound = new Bound(Kind.MAX_GAP, 0.1, false);

        assertThat(sentence(result(bound, 0.12, new Interval(0, 0.24), Outcome.FAIL, Reason.BROKEN)))
                .isEqualTo("recall is 0.71 for sex = f and 0.83 for sex = m: 0.12 apart, but at most 0.1 is allowed"
                        + " (model.yaml line 12).");
        assertThat(GateText.rule(result(bound, 0.12, new Interval(0, 0.24), Outcome.FAIL, Reason.BROKEN)))
                .isEqualTo("recall of sex apart by <= 0.1");
    }

    @Test
    void a_ratio_names_both_slices_and_what_is_required() {
        Bound bound = new Bound(Kind.MIN_RATIO, 0.8, false);
        double ratio = 0.71 / 0.83;

        assertThat(sentence(result(bound, ratio, new Interval(0.81, 0.9), Outcome.PASS, Reason.HOLDS)))
                .isEqualTo(
                        "recall is 0.71 for sex = f and 0.83 for sex = m: a ratio of 0.85542, at least 0.8 is required"
                                + " (model.yaml line 12).");
        assertThat(GateText.rule(result(bound, ratio, new Interval(0.81, 0.9), Outcome.PASS, Reason.HOLDS)))
                .isEqualTo("recall of sex lowest / highest >= 0.8");
    }

    @Test
    void what_the_rows_cannot_tell_is_said_of_the_gap() {
        assertThat(sentence(result(
                        new Bound(Kind.MAX_GAP, 0.2, false),
                        0.12,
                        new Interval(0, 0.24),
                        Outcome.INCONCLUSIVE,
                        Reason.UNCERTAIN)))
                .isEqualTo(
                        "recall is 0.71 for sex = f and 0.83 for sex = m: 0.12 apart, at most 0.2 is allowed (model.yaml"
                                + " line 12). But the true gap may be 0.24: 120 test rows cannot tell, about 270 could.");
        assertThat(sentence(result(
                        new Bound(Kind.MIN_RATIO, 0.8, false),
                        0.85,
                        new Interval(0.7, 0.95),
                        Outcome.INCONCLUSIVE,
                        Reason.UNCERTAIN)))
                .contains("But the true ratio may be 0.7: ");
    }
}
