package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.HashBag;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.measure.RowHashes;
import java.util.List;

/**
 * The hashes that training and test rows share in some columns.
 *
 * @param complete whether only rows count that have a value in each of the columns
 * @param store for the hashes
 */
record SharedHashes(List<String> columns, boolean complete, LongStore store)
        implements Measure<SharedHashes.Bags, LongSet> {

    SharedHashes {
        columns = List.copyOf(columns);
    }

    /** What is kept while folding. */
    static final class Bags {

        private final RowHashes rows;
        private final HashBag train;
        private final HashBag test;

        private Bags(List<String> columns, LongStore store) {
            rows = new RowHashes(columns);
            train = new HashBag(store);
            test = new HashBag(store);
        }
    }

    @Override
    public Bags start() {
        return new Bags(columns, store);
    }

    @Override
    public void add(Bags state, Batch batch) {
        long[] hashes = state.rows.of(batch);
        byte[] parts = Part.codes(batch);
        for (int row = 0; row < batch.rows(); row++) {
            if (complete && !state.rows.isComplete(row)) {
                continue;
            }
            if (parts[row] == Part.TRAIN.code()) {
                state.train.add(hashes[row]);
            } else if (parts[row] == Part.TEST.code()) {
                state.test.add(hashes[row]);
            }
        }
    }

    @Override
    public void merge(Bags state, Bags other) {
        state.train.addAll(other.train);
        state.test.addAll(other.test);
    }

    @Override
    public LongSet value(Bags state) {
        return state.train.shared(state.test);
    }
}
