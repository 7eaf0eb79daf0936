package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import java.util.Arrays;

/**
 * The median and other quantiles of a numeric or boolean column: exact up to a number of values that are kept, and beyond it
 * from as many of them. Those are the values of the rows whose positions have the lowest hashes: an even sample that depends
 * on the rows alone. By the inequality of Dvoretzky, Kiefer, Wolfowitz and Massart, the rank of a quantile is off by more
 * than a share e of all values with a probability of at most 2 exp(-2 kept e²): for a million kept, 0.4 % and 1 in 10^13.
 */
public final class Quantiles implements Measure<Quantiles.Sample, SortedNumbers> {

    private static final int KEPT = 1 << 20;

    private final Variable variable;
    private final int kept;

    private Quantiles(Variable variable, int kept) {
        this.variable = variable;
        this.kept = kept;
    }

    /** Exact up to a million values. */
    public static Quantiles of(Variable variable) {
        return new Quantiles(variable, KEPT);
    }

    /** Exact up to a number of values. */
    public static Quantiles of(Variable variable, int kept) {
        return new Quantiles(variable, kept);
    }

    /** What is kept while folding. */
    public static final class Sample {

        private final int kept;
        private long count;
        /** Hashes of positions from here on are not of the sample; hashes are compared as unsigned numbers less 2^63. */
        private long bound = Long.MAX_VALUE;

        private long[] hashes = new long[64];
        private double[] values = new double[64];
        private int size;

        private Sample(int kept) {
            this.kept = kept;
        }

        private void add(long position, double value) {
            count++;
            offer(Hash.mix(position), value);
        }

        private void offer(long hash, double value) {
            if (hash > bound) {
                return;
            }
            if (size == hashes.length) {
                int room = (int) Math.min(2L * size, Math.max(2L * kept, 64));
                hashes = Arrays.copyOf(hashes, room);
                values = Arrays.copyOf(values, room);
            }
            hashes[size] = hash;
            values[size++] = value;
            if (size >= 2 * kept && size == hashes.length) {
                shrink();
            }
        }

        /** Leaves as many as are kept. */
        private void shrink() {
            if (size <= kept) {
                return;
            }
            long[] sorted = Arrays.copyOf(hashes, size);
            Arrays.sort(sorted);
            bound = sorted[kept - 1];
            int left = 0;
            for (int i = 0; i < size; i++) {
                if (hashes[i] <= bound) {
                    hashes[left] = hashes[i];
                    values[left++] = values[i];
                }
            }
            size = left;
        }
    }

    @Override
    public Sample start() {
        return new Sample(kept);
    }

    @Override
    public void add(Sample state, Batch batch) {
        Column column = variable.of(batch);
        for (int row = 0; row < batch.rows(); row++) {
            double value = column.number(row);
            if (!Double.isNaN(value)) {
                state.add(batch.position(row), value + 0.0);
            }
        }
    }

    @Override
    public void merge(Sample state, Sample other) {
        state.count += other.count;
        for (int i = 0; i < other.size; i++) {
            state.offer(other.hashes[i], other.values[i]);
        }
    }

    @Override
    public SortedNumbers value(Sample state) {
        state.shrink();
        double[] rising = Arrays.copyOf(state.values, state.size);
        Arrays.sort(rising);
        return new SortedNumbers(rising, state.count);
    }
}
