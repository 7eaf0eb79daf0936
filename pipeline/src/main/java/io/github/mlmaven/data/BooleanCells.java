package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.spec.BooleanTexts;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Booleans as {@link BooleanTexts} say. Whatever else stands there is a clash. */
record BooleanCells(List<String> sql) implements Cells {

    /** Of a boolean. */
    static BooleanCells typed(String value) {
        return new BooleanCells(List.of("cast(" + value + " as integer)"));
    }

    /** Of a text. */
    static BooleanCells ofText(String text, BooleanTexts texts) {
        String value = "case when %s then 1 when %s then 0 end"
                .formatted(Casts.isTrue(text, texts), Casts.isFalse(text, texts));
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
