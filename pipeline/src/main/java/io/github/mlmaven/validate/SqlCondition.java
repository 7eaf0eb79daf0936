package io.github.mlmaven.validate;

import io.github.mlmaven.data.SqlOutcome;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.List;

/** A condition that was written by the user is false for no row: the engine evaluates it. */
record SqlCondition(TableCheck check, String sql, SpecPlace place) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        return evidence -> {
            SqlOutcome outcome = evidence.outcome(sql);
            if (outcome instanceof SqlOutcome.Broken broken) {
                return List.of(finding(FindingCode.SQL_CHECK_FAILED, check.severity())
                        .with(evidence.rows(broken.rows(), broken.first())));
            }
            if (outcome instanceof SqlOutcome.HoldsAlways always) {
                return List.of(finding(FindingCode.CHECK_HOLDS_ALWAYS, Severity.WARNING)
                        .with("drawn", new Value.Whole(always.drawn())));
            }
            return outcome instanceof SqlOutcome.Invalid invalid
                    ? List.of(finding(FindingCode.SQL_CHECK_INVALID, Severity.ERROR)
                            .with("reason", invalid.reason()))
                    : List.of();
        };
    }

    private Finding finding(FindingCode code, Severity severity) {
        Finding finding = Finding.of(code, severity, Subject.rule(place)).with("sql", sql.strip());
        return check.name().map(name -> finding.with("name", name)).orElse(finding);
    }
}
