package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.HashBag;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.RowHashes;
import java.util.List;

/**
 * The hashes that training and test rows share in some columns.
 *
 * @param complete whether only rows count that have a value in each of the columns
 */
record SharedHashes(List<String> columns, boolean complete) implements Measure<SharedHashes.Bags, LongSet> {

    SharedHashes {
        columns = List.copyOf(columns);
    }

    /** What is kept while folding. */
    static final class Bags {

        private final RowHashes rows;
        private final HashBag train = new HashBag();
        private final HashBag test = new HashBag();

        private Bags(List<String> columns) {
            rows = new RowHashes(columns);
        }
    }

    @Override
    public Bags start() {
        return new Bags(columns);
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
