package io.github.mlmaven.gate;

import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Behaved;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import java.util.Optional;

/**
 * Whether the model behaves with enough rows as a test says.
 *
 * @param place where model.yaml has the test
 */
record BehaviourGate(BehaviourSpec test, SpecPlace place) {

    GateResult judge(Tried tried) {
        Bound bound = new Bound(Kind.MIN, test.bounds().atLeast().value(), false);
        Rule rule = new Rule(
                place, Optional.of(bound), test.rowsNeeded(), test.terms().severity());
        Measured measured =
                new Measured(Optional.empty(), Optional.empty(), tried.rows(), tried.share(), Optional.empty());
        return new GateResult(
                        "behaviour." + test.title(),
                        rule,
                        Optional.of(measured),
                        Optional.empty(),
                        ruling(new Limit(bound), tried))
                .about(new Behaved(test, tried));
    }

    /** A pass is a claim, and takes rows; what is broken is broken on however few, and what was not tried never holds. */
    private Ruling ruling(Limit limit, Tried tried) {
        if (tried.share().isEmpty()) {
            return broken(Reason.NOT_TRIED);
        }
        if (!limit.holds(tried.share().getAsDouble())) {
            return broken(Reason.BROKEN);
        }
        return tried.rows() < test.rowsNeeded()
                ? new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS)
                : new Ruling(Outcome.PASS, Reason.HOLDS);
    }

    private Ruling broken(Reason reason) {
        return new Ruling(test.terms().severity() == Severity.ERROR ? Outcome.FAIL : Outcome.WARN, reason);
    }
}
