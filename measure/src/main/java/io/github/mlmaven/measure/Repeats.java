package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import java.util.List;

/**
 * The hashes that rows have more than once in some columns; rows without a value in one of them do not count. Rows that are
 * different may have one hash: {@link RepeatedRows} looks at them again.
 *
 * @param store for the hashes
 */
public record Repeats(List<String> columns, LongStore store) implements Measure<Repeats.Hashes, LongSet> {

    public Repeats {
        columns = List.copyOf(columns);
    }

    /** What is kept while folding. */
    public static final class Hashes {

        private final RowHashes rows;
        private final HashBag bag;

        private Hashes(List<String> columns, LongStore store) {
            rows = new RowHashes(columns);
            bag = new HashBag(store);
        }
    }

    @Override
    public Hashes start() {
        return new Hashes(columns, store);
    }

    @Override
    public void add(Hashes state, Batch batch) {
        state.rows.forEachComplete(batch, state.bag::add);
    }

    @Override
    public void merge(Hashes state, Hashes other) {
        state.bag.addAll(other.bag);
    }

    @Override
    public LongSet value(Hashes state) {
        return state.bag.repeated();
    }
}
