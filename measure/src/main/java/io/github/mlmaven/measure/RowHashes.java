package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The hash of some columns of each row: equal rows have equal hashes, and others hardly ever. A missing value equals another
 * missing one. Used by one thread at a time.
 */
public final class RowHashes {

    private final List<String> columns;
    private final List<CodeHashes> texts;
    private long[] hashes = new long[0];
    private boolean[] incomplete = new boolean[0];

    public RowHashes(List<String> columns) {
        this.columns = List.copyOf(columns);
        this.texts = Stream.generate(CodeHashes::new).limit(columns.size()).toList();
    }

    /** By row of the batch; filled anew by the next call. */
    public long[] of(Batch batch) {
        int rows = batch.rows();
        if (hashes.length < rows) {
            hashes = new long[rows];
            incomplete = new boolean[rows];
        }
        Arrays.fill(hashes, 0, rows, 0);
        Arrays.fill(incomplete, 0, rows, false);
        for (int i = 0; i < columns.size(); i++) {
            combine(batch.column(columns.get(i)), texts.get(i), rows);
        }
        return hashes;
    }

    /** The hashes of the rows that have a value in each of the columns. */
    void forEachComplete(Batch batch, LongConsumer each) {
        long[] found = of(batch);
        for (int row = 0; row < batch.rows(); row++) {
            if (isComplete(row)) {
                each.accept(found[row]);
            }
        }
    }

    /** Whether a row of the last batch has a value in each of the columns. */
    public boolean isComplete(int row) {
        return !incomplete[row];
    }

    private void combine(Column column, CodeHashes codeHashes, int rows) {
        if (column instanceof Column.Doubles numbers) {
            double[] values = numbers.values();
            for (int row = 0; row < rows; row++) {
                double value = values[row];
                add(row, Double.isNaN(value), Hash.of(value));
            }
        } else if (column instanceof Column.Longs numbers) {
            long[] values = numbers.values();
            for (int row = 0; row < rows; row++) {
                add(row, values[row] == Column.Longs.MISSING, Hash.mix(values[row]));
            }
        } else if (column instanceof Column.Times times) {
            long[] values = times.values();
            for (int row = 0; row < rows; row++) {
                add(row, values[row] == Column.Times.MISSING, Hash.mix(values[row]));
            }
        } else if (column instanceof Column.Booleans flags) {
            byte[] values = flags.values();
            for (int row = 0; row < rows; row++) {
                add(row, values[row] == Column.Booleans.MISSING, Hash.mix(values[row]));
            }
        } else if (column instanceof Column.Texts texts) {
            int[] codes = texts.codes();
            long[] known = codeHashes.of(texts.dictionary());
            for (int row = 0; row < rows; row++) {
                boolean missing = codes[row] == Column.Texts.MISSING;
                add(row, missing, missing ? 0 : known[codes[row]]);
            }
        }
    }

    private void add(int row, boolean missing, long hash) {
        hashes[row] = Hash.combine(hashes[row], missing ? Hash.MISSING : hash);
        incomplete[row] |= missing;
    }
}
