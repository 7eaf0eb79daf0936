package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Split;

/**
 * The sizes of the parts, and which rows are tested.
 *
 * @param store for what tells the tested rows
 */
record SplitMeasure(ModelSpec spec, SplitBounds bounds, LongStore store) implements Measure<SplitMeasure.Sizes, Split> {

    /** What is kept while folding. */
    static final class Sizes {

        private final Splits splits;
        private final long[] rows = new long[Part.values().length];
        private final KeyDigests tested;

        private Sizes(SplitMeasure measure) {
            splits = new Splits(measure.spec, measure.bounds);
            tested = new KeyDigests(measure.store);
        }
    }

    @Override
    public Sizes start() {
        return new Sizes(this);
    }

    @Override
    public void add(Sizes state, Batch batch) {
        byte[] parts = Part.codes(batch);
        for (int row = 0; row < batch.rows(); row++) {
            if (parts[row] != Part.NONE) {
                state.rows[parts[row]]++;
            }
            if (parts[row] == Part.TEST.code()) {
                state.tested.add(state.splits.md5(batch, row));
            }
        }
    }

    @Override
    public void merge(Sizes state, Sizes other) {
        for (int part = 0; part < state.rows.length; part++) {
            state.rows[part] += other.rows[part];
        }
        state.tested.addAll(other.tested);
    }

    @Override
    public Split value(Sizes state) {
        return Split.of(
                state.rows[Part.TRAIN.code()],
                state.rows[Part.VALIDATION.code()],
                state.rows[Part.TEST.code()],
                state.tested.sha256(),
                state.splits.definition());
    }
}
