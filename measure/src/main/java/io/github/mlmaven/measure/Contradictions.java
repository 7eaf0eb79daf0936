package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import java.util.List;

/**
 * The hashes that rows have in some columns together with different values of a label; rows without a label do not count, and
 * missing values of the columns are alike. Rows that are different may have one hash: {@link ContradictingRows} looks at them
 * again.
 *
 * @param store for the hashes
 */
public record Contradictions(List<String> columns, String label, LongStore store)
        implements Measure<Contradictions.Hashes, LongSet> {

    public Contradictions {
        columns = List.copyOf(columns);
    }

    /** What is kept while folding. */
    public static final class Hashes {

        private final RowHashes rows;
        private final RowHashes labels;
        private final HashPairs pairs;

        private Hashes(List<String> columns, String label, LongStore store) {
            rows = new RowHashes(columns);
            labels = new RowHashes(List.of(label));
            pairs = new HashPairs(store);
        }
    }

    @Override
    public Hashes start() {
        return new Hashes(columns, label, store);
    }

    @Override
    public void add(Hashes state, Batch batch) {
        long[] hashes = state.rows.of(batch);
        long[] labels = state.labels.of(batch);
        for (int row = 0; row < batch.rows(); row++) {
            if (state.labels.isComplete(row)) {
                state.pairs.add(hashes[row], labels[row]);
            }
        }
    }

    @Override
    public void merge(Hashes state, Hashes other) {
        state.pairs.addAll(other.pairs);
    }

    @Override
    public LongSet value(Hashes state) {
        return state.pairs.ambiguous();
    }
}
