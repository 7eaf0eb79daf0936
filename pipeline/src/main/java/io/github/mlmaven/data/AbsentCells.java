package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Tick;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;

/** The cells of a column that the source does not have: all are missing. */
record AbsentCells(ColumnType type) implements Cells, Cells.Buffer {

    @Override
    public List<String> sql() {
        return List.of();
    }

    @Override
    public Buffer buffer() {
        return this;
    }

    @Override
    public void fill(DuckDBDataChunkReader chunk, int first, int rows) {}

    @Override
    public Column column(int rows) {
        return switch (type) {
            case NUMBER -> {
                double[] values = new double[rows];
                Arrays.fill(values, Double.NaN);
                yield new Column.Doubles(values, rows, List.of());
            }
            case INTEGER -> {
                long[] values = new long[rows];
                Arrays.fill(values, Column.Longs.MISSING);
                yield new Column.Longs(values, rows, List.of());
            }
            case BOOLEAN -> {
                byte[] values = new byte[rows];
                Arrays.fill(values, Column.Booleans.MISSING);
                yield new Column.Booleans(values, rows, List.of());
            }
            case DATE, TIMESTAMP -> {
                long[] values = new long[rows];
                Arrays.fill(values, Column.Times.MISSING);
                yield new Column.Times(Tick.of(type), values, rows, List.of());
            }
            case CATEGORY, TEXT -> {
                int[] codes = new int[rows];
                Arrays.fill(codes, Column.Texts.MISSING);
                yield new Column.Texts(codes, rows, new Dictionary());
            }
        };
    }
}
