package io.github.mlmaven.validate;

import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;

/** The table has a number of rows within bounds. */
record RowCount(TableCheck check, TableCheck.Rows bounds, SpecPlace place) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        return evidence -> {
            List<Finding> findings = new ArrayList<>();
            long rows = evidence.rows();
            bounds.min().stream()
                    .filter(min -> rows < min && evidence.isWhole())
                    .forEach(min -> findings.add(finding(FindingCode.ROWS_TOO_FEW, rows, min)));
            bounds.max().stream()
                    .filter(max -> rows > max)
                    .forEach(max -> findings.add(finding(FindingCode.ROWS_TOO_MANY, rows, max)));
            return findings;
        };
    }

    private Finding finding(FindingCode code, long rows, long allowed) {
        return Finding.of(code, check.severity(), Subject.rule(place))
                .with("found", new Value.Whole(rows))
                .with("allowed", new Value.Whole(allowed));
    }
}
