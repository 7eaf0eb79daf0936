package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import java.util.List;

/** The hashes of what rows have in some columns; rows without a value in one of them do not count. */
public record KeysOfRows(List<String> columns) implements Measure<KeysOfRows.Hashes, LongSet> {

    public KeysOfRows {
        columns = List.copyOf(columns);
    }

    /** What is kept while folding. */
    public static final class Hashes {

        private final RowHashes rows;
        private final LongSet keys = new LongSet(0);

        private Hashes(List<String> columns) {
            rows = new RowHashes(columns);
        }
    }

    @Override
    public Hashes start() {
        return new Hashes(columns);
    }

    @Override
    public void add(Hashes state, Batch batch) {
        state.rows.forEachComplete(batch, state.keys::add);
    }

    @Override
    public void merge(Hashes state, Hashes other) {
        other.keys.forEach(state.keys::add);
    }

    @Override
    public LongSet value(Hashes state) {
        return state.keys;
    }
}
