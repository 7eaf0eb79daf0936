package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * Finite numbers. Whatever else stands there is a clash.
 *
 * @param absent numbers that stand for a missing value
 */
record NumberCells(List<String> sql, MissingTexts absent) implements Cells {

    /** Of a double. */
    static NumberCells typed(String value) {
        return new NumberCells(List.of(value), new MissingTexts(List.of()));
    }

    /** Of a text. */
    static NumberCells ofText(String text, MissingTexts absent) {
        String plain = absent.numerals().sql(text);
        String value = "try_cast(" + plain + " as double)";
        return new NumberCells(
                List.of(
                        value,
                        "case when not coalesce(isfinite(%1$s), false) or %2$s then %3$s end"
                                .formatted(value, Casts.isOdd(plain), text)),
                absent);
    }

    @Override
    public Buffer buffer() {
        return new NumberBuffer(sql.size() == 1, absent);
    }

    private static final class NumberBuffer implements Buffer {

        private final boolean typed;
        private final MissingTexts absent;
        private final double[] missingNumbers;
        private final SparseTexts texts = new SparseTexts();
        private double[] values = new double[0];

        NumberBuffer(boolean typed, MissingTexts absent) {
            this.typed = typed;
            this.absent = absent;
            this.missingNumbers = absent.numbers();
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
            for (int i = 0; i < texts.size(); i++) {
                values[texts.row(i)] = Double.NaN;
            }
            for (double missing : missingNumbers) {
                for (int row = 0; row < rows; row++) {
                    if (values[row] == missing) {
                        values[row] = Double.NaN;
                        absent.saw(missing);
                    }
                }
            }
            return new Column.Doubles(values, rows, texts.clashes());
        }
    }
}
