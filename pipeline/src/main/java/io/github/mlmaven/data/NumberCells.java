package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Finite numbers. Whatever else stands there is a clash. */
record NumberCells(List<String> sql) implements Cells {

    /** Of a double. */
    static NumberCells typed(String value) {
        return new NumberCells(List.of(value));
    }

    /** Of a text. */
    static NumberCells ofText(String text) {
        String value = "try_cast(" + text + " as double)";
        return new NumberCells(
                List.of(value, "case when not coalesce(isfinite(%s), false) then %s end".formatted(value, text)));
    }

    @Override
    public Buffer buffer() {
        return new NumberBuffer(sql.size() == 1);
    }

    private static final class NumberBuffer implements Buffer {

        private final boolean typed;
        private final SparseTexts texts = new SparseTexts();
        private double[] values = new double[0];

        NumberBuffer(boolean typed) {
            this.typed = typed;
        }

        @Override
        public void fill(DuckDBDataChunkReader chunk, int first, int rows) {
            if (values.length < rows) {
                values = new double[rows];
            }
            DuckDBReadableVector vector = chunk.vector(first);
            for (int row = 0; row < rows; row++) {
                double value = vector.getDouble(row, Double.NaN);
                // NaN that is not null, or infinite.
                if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                    if (typed && !vector.isNull(row)) {
                        throw new ClashException();
                    }
                    value = Double.NaN;
                }
                values[row] = value;
            }
            if (!typed) {
                texts.fill(chunk.vector(first + 1), rows);
            }
        }

        @Override
        public Column column(int rows) {
            return new Column.Doubles(values, rows, texts.clashes());
        }
    }
}
