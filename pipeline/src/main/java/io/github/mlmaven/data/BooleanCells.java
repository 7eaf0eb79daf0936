package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** {@code true}, {@code false}, {@code 1} or {@code 0}, in any case. Whatever else stands there is a clash. */
record BooleanCells(List<String> sql) implements Cells {

    /** Of a boolean. */
    static BooleanCells typed(String value) {
        return new BooleanCells(List.of("cast(" + value + " as integer)"));
    }

    /** Of a text. */
    static BooleanCells ofText(String text) {
        String value = "case lower(%s) when 'true' then 1 when 'false' then 0 when '1' then 1 when '0' then 0 end"
                .formatted(text);
        return new BooleanCells(List.of(value, "case when (%s) is null then %s end".formatted(value, text)));
    }

    /** A column that has no value at all. */
    static Column missing(int rows) {
        byte[] values = new byte[rows];
        Arrays.fill(values, Column.Booleans.MISSING);
        return new Column.Booleans(values, rows, List.of());
    }

    @Override
    public Column read(DuckDBDataChunkReader chunk, int first, int rows) {
        DuckDBReadableVector vector = chunk.vector(first);
        byte[] values = new byte[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = (byte) vector.getInt(row, Column.Booleans.MISSING);
        }
        return new Column.Booleans(
                values, rows, sql.size() == 1 ? List.of() : Cells.clashes(chunk.vector(first + 1), rows));
    }
}
