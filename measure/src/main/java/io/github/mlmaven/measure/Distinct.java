package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Measure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many different values a column has: exact up to a bound, beyond it an estimate with a standard error of 1.6 %. Numbers
 * are told apart by their bits (-0 is 0), texts by their XXH64.
 *
 * @param exact the bound
 */
public record Distinct(String column, int exact) implements Measure<Distinct.Seen, Long> {

    /** What is kept while folding: the hashes up to the bound, an estimate beyond it. */
    public static final class Seen {

        private final int exact;
        private @Nullable LongSet few = new LongSet(16);
        private @Nullable HyperLogLog many;
        private final CodeHashes hashes = new CodeHashes();
        private @Nullable Dictionary of;
        private boolean[] known = new boolean[0];

        private Seen(int exact) {
            this.exact = exact;
        }

        private void add(long hash) {
            if (many != null) {
                many.add(hash);
            } else if (few != null && few.add(hash) && few.size() > exact) {
                HyperLogLog estimate = new HyperLogLog();
                few.forEach(estimate::add);
                many = estimate;
                few = null;
            }
        }

        private void addCodes(Column.Texts column) {
            Dictionary dictionary = column.dictionary();
            if (dictionary != of || known.length < dictionary.size()) {
                known = dictionary == of
                        ? Arrays.copyOf(known, Math.max(2 * known.length, dictionary.size()))
                        : new boolean[dictionary.size()];
                of = dictionary;
            }
            long[] byCode = hashes.of(dictionary);
            int[] codes = column.codes();
            for (int row = 0; row < column.rows(); row++) {
                int code = codes[row];
                if (code != Column.Texts.MISSING && !known[code]) {
                    known[code] = true;
                    add(byCode[code]);
                }
            }
        }
    }

    @Override
    public Seen start() {
        return new Seen(exact);
    }

    @Override
    public void add(Seen state, Batch batch) {
        Column found = batch.column(column);
        if (found instanceof Column.Texts texts) {
            state.addCodes(texts);
        } else if (found instanceof Column.Doubles numbers) {
            double[] values = numbers.values();
            for (int row = 0; row < batch.rows(); row++) {
                if (!Double.isNaN(values[row])) {
                    state.add(Hash.of(values[row]));
                }
            }
        } else if (found instanceof Column.Longs numbers) {
            long[] values = numbers.values();
            for (int row = 0; row < batch.rows(); row++) {
                if (values[row] != Column.Longs.MISSING) {
                    state.add(Hash.mix(values[row]));
                }
            }
        } else if (found instanceof Column.Times times) {
            long[] values = times.values();
            for (int row = 0; row < batch.rows(); row++) {
                if (values[row] != Column.Times.MISSING) {
                    state.add(Hash.mix(values[row]));
                }
            }
        } else {
            for (int row = 0; row < batch.rows(); row++) {
                if (!found.isMissing(row)) {
                    state.add(Hash.of(found.number(row)));
                }
            }
        }
    }

    @Override
    public void merge(Seen state, Seen other) {
        if (other.few != null) {
            other.few.forEach(state::add);
            return;
        }
        HyperLogLog estimate = state.many == null ? new HyperLogLog() : state.many;
        if (state.few != null) {
            state.few.forEach(estimate::add);
            state.few = null;
        }
        if (other.many != null) {
            estimate.add(other.many);
        }
        state.many = estimate;
    }

    @Override
    public Long value(Seen state) {
        if (state.many != null) {
            // That there are more than the bound is known.
            return Math.max(exact + 1L, state.many.estimate());
        }
        return state.few == null ? 0L : state.few.size();
    }
}
