package io.github.mlmaven.validate;

import io.github.mlmaven.api.Tick;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.FreshCheck;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.util.List;
import java.util.OptionalLong;

/** The newest time of a column is no older than some days before a day that is told. */
record Fresh(FreshCheck check, Tick tick, Severity severity, SpecPlace place) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<Latest.Times> times = fold.plan(new Latest(check.column()));
        return evidence -> evidence.isAbsent(check.column())
                ? List.of()
                : findings(times.value().latest());
    }

    private List<Finding> findings(OptionalLong latest) {
        long day = check.asOf().exact().longValueExact() / Tick.MICROSECOND.perDay() - check.days();
        if (latest.isPresent() && latest.getAsLong() >= day * tick.perDay()) {
            return List.of();
        }
        return List.of(Finding.of(FindingCode.DATA_NOT_FRESH, severity, Subject.column(check.column(), place))
                .with("found", latest.isPresent() ? tick.text(latest.getAsLong()) : "none")
                .with("allowed", Tick.DAY.text(day)));
    }
}
