package io.github.mlmaven.validate;

import io.github.mlmaven.measure.drift.DriftCounts;
import io.github.mlmaven.measure.drift.Moved;
import io.github.mlmaven.measure.drift.MovedCategories;
import io.github.mlmaven.measure.drift.MovedNumbers;
import io.github.mlmaven.measure.drift.NewValues;
import io.github.mlmaven.measure.drift.Proportion;
import io.github.mlmaven.spec.DriftSpec.Allowed;
import io.github.mlmaven.step.DataDrift.Movement;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.What;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Known;
import io.github.mlmaven.step.Profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A column held against its profile.
 *
 * @param rows that the profile is of
 * @param error the chance that something is called drift that is none
 */
record ColumnDrift(long rows, KnownValues values, DriftCounts.Counted now, double error) {

    List<Movement> movements(Allowed allowed) {
        List<Movement> movements = new ArrayList<>();
        ColumnProfile before = values.before();
        long present = rows - before.missing();
        long found = now.rows() - now.missing();
        long fewest = Math.min(present, found);
        before.numbers().ifPresent(numbers -> {
            long[] bins = array(numbers.bins().counts());
            movements.add(movement(
                    What.NUMBERS, MovedNumbers.moved(bins, array(now.bins()), error), allowed.numbers(), fewest));
        });
        double share = allowed.categories().value();
        if (before.numbers().isEmpty() && !values.named().isEmpty()) {
            movements.add(movement(
                    What.CATEGORIES,
                    MovedCategories.moved(counts(present), array(now.names()), error, share),
                    share,
                    fewest));
        }
        values.known()
                .filter(known -> fewest > 0)
                .ifPresent(known -> movements.add(movement(
                        What.NEW_VALUES,
                        fresh(known, present, found),
                        allowed.newValues().value(),
                        fewest)));
        if (rows > 0 && now.rows() > 0) {
            Moved missing = Proportion.moved(
                    new Proportion(before.missing(), rows), new Proportion(now.missing(), now.rows()), error);
            movements.add(movement(What.MISSING, missing, allowed.missing().value(), Math.min(rows, now.rows())));
        }
        return movements;
    }

    private Moved fresh(Known known, long present, long found) {
        return NewValues.moved(new Proportion(now.fresh(), found), present, known.once(), known.twice(), error);
    }

    /** Rows by name; last those with another value. */
    private long[] counts(long present) {
        List<ValueCount> top = values.named();
        long listed = top.stream().mapToLong(ValueCount::count).sum();
        return LongStream.concat(
                        top.stream().mapToLong(ValueCount::count), LongStream.of(Math.max(0, present - listed)))
                .toArray();
    }

    private static long[] array(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    private static Movement movement(What what, Moved moved, double allowed, long rows) {
        return new Movement(
                what,
                Outcome.valueOf(moved.verdict(allowed, rows).name()),
                moved.found(),
                moved.lower(),
                moved.upper(),
                allowed);
    }
}
