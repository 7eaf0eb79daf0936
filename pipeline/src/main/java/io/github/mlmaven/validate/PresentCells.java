package io.github.mlmaven.validate;

import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A column has a value in every row if one is required, and in as many rows as its schema wants.
 *
 * @param required whether each row needs one
 */
record PresentCells(String name, ColumnSpec column, boolean required) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<Found> missing =
                fold.plan(Offence.measure(required ? CellRule.present(name).offence() : () -> (batch, found) -> {}));
        return evidence -> {
            List<Finding> findings = new ArrayList<>();
            if (missing.value().count() > 0 && !evidence.isUnheard(name)) {
                findings.add(
                        finding(FindingCode.VALUE_MISSING, "required", evidence).with(evidence.rows(missing.value())));
            }
            double allowed = column.presence().maxMissing().value();
            long without = evidence.cells(name).missing();
            if (without / (double) evidence.rows() > allowed && !evidence.isUnheard(name)) {
                findings.add(finding(FindingCode.MISSING_SHARE, "max-missing", evidence)
                        .with(new Finding.Rows(without, evidence.rows(), List.of()))
                        .with("allowed", new Value.Real(allowed)));
            }
            return findings;
        };
    }

    private Finding finding(FindingCode code, String key, Evidence evidence) {
        return Finding.of(
                code, column.severity(key), Subject.column(name, evidence.spec().place("columns", name, key)));
    }
}
