package io.github.mlmaven.validate;

import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.OrderCheck;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.util.List;

/** The values of a column rise from row to row. */
record Increasing(OrderCheck order, Severity severity, SpecPlace place) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<Found> found = fold.plan(new Sequence(order.column(), order.by(), order.strictly()));
        return evidence -> found.value().count() == 0
                ? List.of()
                : List.of(Finding.of(FindingCode.ROWS_NOT_INCREASING, severity, Subject.column(order.column(), place))
                        .with(evidence.rows(found.value())));
    }
}
