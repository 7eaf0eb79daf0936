package io.github.mlmaven.measure.profile;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.measure.CodeHashes;
import io.github.mlmaven.measure.Hash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How much columns tell of one another, see {@link Association}, from an even sample of some of the rows: those whose
 * positions have the lowest hashes, in that order.
 *
 * @param some the marks of a batch's rows: those with 0 are sampled
 * @param kept rows in the sample
 */
public record Associations(List<String> columns, Function<Batch, byte[]> some, int kept)
        implements Measure<Associations.Sample, Sampled> {

    /** So many cells are kept at most, and rows in between. */
    private static final int CELLS = 1 << 21;

    private static final int FEWEST = 256;
    private static final int MOST = 1 << 13;

    public Associations {
        columns = List.copyOf(columns);
    }

    /** A sample of at most 8,192 rows, of fewer in a table of many columns. */
    public static Associations of(List<String> columns, Function<Batch, byte[]> some) {
        return new Associations(columns, some, Math.max(FEWEST, Math.min(MOST, CELLS / Math.max(1, columns.size()))));
    }

    /** What is kept while folding. */
    public static final class Sample {

        private final CodeHashes[] hashes;
        private final boolean[] isText;
        private Row[] rows = new Row[64];
        private int size;
        /** Rows with a greater hash are not of the sample. */
        private long bound = Long.MAX_VALUE;

        private Sample(int columns) {
            hashes = new CodeHashes[columns];
            Arrays.setAll(hashes, i -> new CodeHashes());
            isText = new boolean[columns];
        }

        private void add(Row row, int kept) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, Math.min(2 * size, 2 * kept));
            }
            rows[size++] = row;
            if (size == 2 * kept) {
                shrink(kept);
            }
        }

        private void shrink(int kept) {
            Arrays.sort(rows, 0, size, Comparator.comparingLong(Row::hash));
            if (size > kept) {
                Arrays.fill(rows, kept, size, null);
                size = kept;
                bound = rows[kept - 1].hash();
            }
        }
    }

    /** @param cells the bits of numbers, the hashes of texts, and {@link Hash#MISSING} */
    @SuppressWarnings("ArrayRecordComponent") // It is compared by its hash alone.
    record Row(long hash, long[] cells) {}

    @Override
    public Sample start() {
        return new Sample(columns.size());
    }

    @Override
    public void add(Sample state, Batch batch) {
        byte[] marks = some.apply(batch);
        Column[] found = null;
        for (int row = 0; row < batch.rows(); row++) {
            long hash = Hash.mix(batch.position(row));
            if (marks[row] == 0 && hash <= state.bound) {
                if (found == null) {
                    found = columns.stream().map(batch::column).toArray(Column[]::new);
                }
                state.add(new Row(hash, cells(state, found, row)), kept);
            }
        }
    }

    private static long[] cells(Sample state, Column[] found, int row) {
        long[] cells = new long[found.length];
        for (int i = 0; i < cells.length; i++) {
            if (found[i].isMissing(row)) {
                cells[i] = Hash.MISSING;
            } else if (found[i] instanceof Column.Texts texts) {
                state.isText[i] = true;
                cells[i] = state.hashes[i].of(texts.dictionary())[texts.codes()[row]];
            } else {
                cells[i] = Double.doubleToRawLongBits(found[i].number(row) + 0.0);
            }
        }
        return cells;
    }

    @Override
    public void merge(Sample state, Sample other) {
        for (int i = 0; i < other.isText.length; i++) {
            state.isText[i] |= other.isText[i];
        }
        for (int i = 0; i < other.size; i++) {
            if (other.rows[i].hash() <= state.bound) {
                state.add(other.rows[i], kept);
            }
        }
    }

    @Override
    public Sampled value(Sample state) {
        state.shrink(kept);
        List<Association.Variable> variables = IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    long[] cells = new long[state.size];
                    for (int row = 0; row < cells.length; row++) {
                        cells[row] = state.rows[row].cells()[i];
                    }
                    return state.isText[i] ? Association.Variable.texts(cells) : Association.Variable.numbers(cells);
                })
                .toList();
        return new Sampled(columns, variables, state.size);
    }
}
