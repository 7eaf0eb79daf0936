package io.github.mlmaven.validate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.FreshCheck;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest time of a column is no older than some days before a day that is told, and no later than that day.
 *
 * @param today in days since 1970, for a check that names no day itself
 */
record Fresh(FreshCheck check, OptionalLong today, Tick tick, Severity severity, SpecPlace place)
        implements Constraint {

    /** Of a column of a type. */
    static Fresh of(FreshCheck check, ColumnType type, Optional<LocalDate> today, Severity severity, SpecPlace place) {
        OptionalLong day = today.stream().mapToLong(LocalDate::toEpochDay).findFirst();
        return new Fresh(check, day, Tick.of(type), severity, place);
    }

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<Latest.Times> times = fold.plan(new Latest(check.column()));
        return evidence -> evidence.isAbsent(check.column())
                ? List.of()
                : findings(times.value().latest());
    }

    private List<Finding> findings(OptionalLong latest) {
        OptionalLong asOf = check.asOf().isPresent()
                ? OptionalLong.of(check.asOf().get().exact().longValueExact() / Tick.MICROSECOND.perDay())
                : today;
        if (asOf.isEmpty()) {
            return List.of(Finding.of(FindingCode.DATA_AGE_UNKNOWN, severity, Subject.column(check.column(), place))
                    .with("days", new Value.Whole(check.days())));
        }
        if (latest.isPresent() && latest.getAsLong() >= (asOf.getAsLong() + 1) * tick.perDay()) {
            return List.of(Finding.of(FindingCode.DATA_IN_FUTURE, severity, Subject.column(check.column(), place))
                    .with("found", tick.text(latest.getAsLong()))
                    .with("day", Tick.DAY.text(asOf.getAsLong())));
        }
        long day = asOf.getAsLong() - check.days();
        if (latest.isPresent() && latest.getAsLong() >= day * tick.perDay()) {
            return List.of();
        }
        return List.of(Finding.of(FindingCode.DATA_NOT_FRESH, severity, Subject.column(check.column(), place))
                .with("found", latest.isPresent() ? tick.text(latest.getAsLong()) : "none")
                .with("allowed", Tick.DAY.text(day)));
    }
}
