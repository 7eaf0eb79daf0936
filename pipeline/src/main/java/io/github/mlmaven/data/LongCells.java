package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Whole numbers of at most 18 digits that are whole numbers in their file too, as an expression of type bigint. */
record LongCells(String value) implements Cells {

    private static final long BEYOND = 1_000_000_000_000_000_000L;

    @Override
    public List<String> sql() {
        return List.of(value);
    }

    @Override
    public Buffer buffer() {
        return new WholeBuffer();
    }

    private static final class WholeBuffer implements Buffer {

        private long[] values = new long[0];

        @Override
        public void fill(DuckDBDataChunkReader chunk, int first, int rows) {
            if (values.length < rows) {
                values = new long[rows];
            }
            DuckDBReadableVector vector = chunk.vector(first);
            for (int row = 0; row < rows; row++) {
                long value = vector.getLong(row, 0);
                if (value <= -BEYOND || value >= BEYOND) {
                    throw new ClashException();
                }
                values[row] = value == 0 && vector.isNull(row) ? Column.Longs.MISSING : value;
            }
        }

        @Override
        public Column column(int rows) {
            return new Column.Longs(values, rows, List.of());
        }
    }
}
