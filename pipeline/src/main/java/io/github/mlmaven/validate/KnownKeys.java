package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.RowHashes;
import io.github.mlmaven.spec.ReferenceCheck;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What rows have in some columns is a key of another table; rows without a value in one of them do not count. A row that is
 * found has none, as equal values have equal hashes. One that has none is missed only if it has the hash of another key: of 10
 * million rows and as many keys one of them in one of 100,000 tables.
 *
 * @param keys the hashes of the other table's keys
 */
record KnownKeys(ReferenceCheck check, LongSet keys, Severity severity, SpecPlace place) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<Found> unknown = fold.plan(Offence.measure(() -> new Unknown(check.columns(), keys)));
        return evidence ->
                unknown.value().count() == 0 || check.columns().stream().anyMatch(evidence::isUnheard)
                        ? List.of()
                        : List.of(Finding.of(FindingCode.KEY_UNKNOWN, severity, Subject.rule(place))
                                .with(evidence.rows(unknown.value()))
                                .with("columns", new Value.Texts(check.columns()))
                                .with("source", check.file())
                                .with("keys", new Value.Texts(check.key())));
    }

    private static final class Unknown implements Offence {

        private final List<String> columns;
        private final LongSet keys;
        private final RowHashes hashes;

        Unknown(List<String> columns, LongSet keys) {
            this.columns = columns;
            this.keys = keys;
            this.hashes = new RowHashes(columns);
        }

        @Override
        public void find(Batch batch, Found found) {
            long[] rows = hashes.of(batch);
            for (int row = 0; row < batch.rows(); row++) {
                if (hashes.isComplete(row) && !keys.contains(rows[row])) {
                    int at = row;
                    found.add(batch.position(row), () -> shown(batch, at));
                }
            }
        }

        private String shown(Batch batch, int row) {
            return columns.stream()
                    .map(column -> batch.column(column).text(row))
                    .collect(Collectors.joining(", "));
        }
    }
}
