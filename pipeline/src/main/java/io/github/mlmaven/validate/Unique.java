package io.github.mlmaven.validate;

import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.RepeatedRows;
import io.github.mlmaven.measure.Repeats;
import io.github.mlmaven.step.Finding;
import java.util.List;
import java.util.Optional;

/**
 * No two rows have the same values in some columns; rows without a value in one of them do not count. Hashes tell whether
 * there may be some, and only then the values are compared.
 *
 * @param broken the finding, but for its rows
 */
record Unique(List<String> columns, Finding broken) implements Constraint {

    Unique {
        columns = List.copyOf(columns);
    }

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<LongSet> repeats = fold.plan(new Repeats(columns));
        return new Judgement() {
            @Override
            public List<Finding> findings(Evidence evidence) {
                return List.of();
            }

            @Override
            public Optional<Constraint> doubt() {
                LongSet candidates = repeats.value();
                return candidates.isEmpty() ? Optional.empty() : Optional.of(new Sure(Unique.this, candidates));
            }
        };
    }

    /** Compares the values of rows that have the same hash. */
    private record Sure(Unique rule, LongSet candidates) implements Constraint {

        @Override
        public Judgement plan(Fold fold) {
            Fold.Result<Found> repeated = fold.plan(new RepeatedRows(rule.columns(), candidates));
            return evidence -> repeated.value().count() == 0
                    ? List.of()
                    : List.of(rule.broken().with(evidence.rows(repeated.value())));
        }
    }
}
