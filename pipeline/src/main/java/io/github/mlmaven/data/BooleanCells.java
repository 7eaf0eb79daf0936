package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
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

    @Override
    public Buffer buffer() {
        return new FlagBuffer(sql.size() == 1);
    }

    private static final class FlagBuffer implements Buffer {

        private final boolean typed;
        private final SparseTexts texts = new SparseTexts();
        private byte[] values = new byte[0];

        FlagBuffer(boolean typed) {
            this.typed = typed;
        }

        @Override
        public void fill(DuckDBDataChunkReader chunk, int first, int rows) {
            if (values.length < rows) {
                values = new byte[rows];
            }
            DuckDBReadableVector vector = chunk.vector(first);
            for (int row = 0; row < rows; row++) {
                values[row] = (byte) vector.getInt(row, Column.Booleans.MISSING);
            }
            if (!typed) {
                texts.fill(chunk.vector(first + 1), rows);
            }
        }

        @Override
        public Column column(int rows) {
            return new Column.Booleans(values, rows, texts.clashes());
        }
    }
}
