package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.CanonicalKey;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.RowHashes;
import io.github.mlmaven.step.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * No test row has the values of a training row in some columns; rows without a value in one of them do not count.
 *
 * @param broken the finding, but for its rows
 */
record Apart(List<String> columns, Finding broken) implements Constraint {

    Apart {
        columns = List.copyOf(columns);
    }

    @Override
    public Judgement plan(Fold fold) {
        return new Suspected<>(new SharedHashes(columns, true, fold.store()), this::sure).plan(fold);
    }

    private Constraint sure(LongSet candidates) {
        return fold -> {
            Fold.Result<Found> rows = fold.plan(new SharedRows(columns, candidates));
            return evidence -> rows.value().count() == 0
                    ? List.of()
                    : List.of(broken.with(
                            evidence.rows(rows.value(), evidence.split().test())));
        };
    }

    /** The test rows whose values some training row has. */
    record SharedRows(List<String> columns, LongSet candidates) implements Measure<SharedRows.Keys, Found> {

        /** What is kept while folding. */
        static final class Keys {

            private final RowHashes rows;
            private final CanonicalKey key;
            private final Set<String> train = new HashSet<>();
            private final Map<String, Found> test = new HashMap<>();

            private Keys(List<String> columns) {
                rows = new RowHashes(columns);
                key = new CanonicalKey(columns);
            }
        }

        @Override
        public Keys start() {
            return new Keys(columns);
        }

        @Override
        public void add(Keys state, Batch batch) {
            long[] hashes = state.rows.of(batch);
            byte[] parts = Part.codes(batch);
            for (int row = 0; row < batch.rows(); row++) {
                if (candidates.contains(hashes[row]) && state.rows.isComplete(row)) {
                    if (parts[row] == Part.TRAIN.code()) {
                        state.train.add(state.key.text(batch, row));
                    } else if (parts[row] == Part.TEST.code()) {
                        int at = row;
                        state.test
                                .computeIfAbsent(state.key.text(batch, row), absent -> new Found())
                                .add(batch.position(row), () -> shown(batch, at));
                    }
                }
            }
        }

        private String shown(Batch batch, int row) {
            return columns.stream()
                    .map(column -> batch.column(column).text(row))
                    .collect(Collectors.joining(", "));
        }

        @Override
        public void merge(Keys state, Keys other) {
            state.train.addAll(other.train);
            other.test.forEach((key, found) ->
                    state.test.computeIfAbsent(key, absent -> new Found()).add(found));
        }

        @Override
        public Found value(Keys state) {
            Found all = new Found();
            state.test.forEach((key, found) -> {
                if (state.train.contains(key)) {
                    all.add(found);
                }
            });
            return all;
        }
    }
}
