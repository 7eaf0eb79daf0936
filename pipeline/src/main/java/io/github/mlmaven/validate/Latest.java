package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import java.util.OptionalLong;

/** The latest time of all rows and of the training rows, and the first of the test rows. */
record Latest(String column) implements Measure<long[], Latest.Times> {

    private static final int ALL = 0;
    private static final int TRAIN = 1;
    private static final int TEST = 2;
    /** In the ticks of the column; empty without such a row. */
    record Times(OptionalLong latest, OptionalLong trained, OptionalLong tested) {}

    @Override
    public long[] start() {
        return new long[] {Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE};
    }

    @Override
    public void add(long[] state, Batch batch) {
        if (!(batch.column(column) instanceof Column.Times times)) {
            throw new IllegalArgumentException("column '" + column + "' has no times");
        }
        byte[] parts = Part.codes(batch);
        for (int row = 0; row < batch.rows(); row++) {
            if (!times.isMissing(row)) {
                long time = times.values()[row];
                state[ALL] = Math.max(state[ALL], time);
                if (parts[row] == Part.TRAIN.code()) {
                    state[TRAIN] = Math.max(state[TRAIN], time);
                } else if (parts[row] == Part.TEST.code()) {
                    state[TEST] = Math.min(state[TEST], time);
                }
            }
        }
    }

    @Override
    public void merge(long[] state, long[] other) {
        state[ALL] = Math.max(state[ALL], other[ALL]);
        state[TRAIN] = Math.max(state[TRAIN], other[TRAIN]);
        state[TEST] = Math.min(state[TEST], other[TEST]);
    }

    @Override
    public Times value(long[] state) {
        return new Times(found(state, ALL), found(state, TRAIN), found(state, TEST));
    }

    private static OptionalLong found(long[] state, int which) {
        return state[which] == (which == TEST ? Long.MAX_VALUE : Long.MIN_VALUE)
                ? OptionalLong.empty()
                : OptionalLong.of(state[which]);
    }
}
