package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Whole numbers of at most 18 digits that are whole numbers in their file. */
record LongCells(List<String> sql) implements Cells {

    private static final long BEYOND = 1_000_000_000_000_000_000L;

    /** Of a bigint. */
    static LongCells typed(String value) {
        return new LongCells(List.of(value));
    }

    @Override
    public Column read(DuckDBDataChunkReader chunk, int first, int rows) {
        DuckDBReadableVector vector = chunk.vector(first);
        long[] values = new long[rows];
        for (int row = 0; row < rows; row++) {
            long value = vector.getLong(row, 0);
            if (value <= -BEYOND || value >= BEYOND) {
                throw new ClashException();
            }
            values[row] = value == 0 && vector.isNull(row) ? Column.Longs.MISSING : value;
        }
        return new Column.Longs(values, rows, List.of());
    }
}
