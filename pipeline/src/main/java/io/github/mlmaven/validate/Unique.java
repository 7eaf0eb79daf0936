package io.github.mlmaven.validate;

import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.RepeatedRows;
import io.github.mlmaven.measure.Repeats;
import io.github.mlmaven.step.Finding;
import java.util.List;

/**
 * No two rows have the same values in some columns; rows without a value in one of them do not count.
 *
 * @param broken the finding, but for its rows
 */
record Unique(List<String> columns, Finding broken) implements Constraint {

    Unique {
        columns = List.copyOf(columns);
    }

    @Override
    public Judgement plan(Fold fold) {
        return new Suspected<>(new Repeats(columns, fold.store()), this::sure).plan(fold);
    }

    private Constraint sure(LongSet candidates) {
        return fold -> {
            Fold.Result<Found> repeated = fold.plan(new RepeatedRows(columns, candidates));
            return evidence ->
                    repeated.value().count() == 0 ? List.of() : List.of(broken.with(evidence.rows(repeated.value())));
        };
    }
}
