package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * Whole numbers of at most 18 digits, also as {@code 3.0} or {@code 3e2}. Whatever else stands there is a clash.
 *
 * @param absent numbers that stand for a missing value
 */
record IntegerCells(List<String> sql, MissingTexts absent) implements Cells {

    /** Below this a double is one whole number's; this may be that of two texts. */
    private static final double AMBIGUOUS = 0x1p53;

    /** A decimal of so many characters is whole if the double nearest to it is, unless that is 0. */
    private static final int EXACT_LENGTH = 15;

    /** Of a double. */
    static IntegerCells typed(String value) {
        return new IntegerCells(List.of(value), new MissingTexts(List.of()));
    }

    /** Of a text. */
    static IntegerCells ofText(String text, MissingTexts absent) {
        String plain = absent.numerals().sql(text);
        String value = "try_cast(" + plain + " as double)";
        return new IntegerCells(
                List.of(
                        value,
                        "case when not coalesce(%1$s = trunc(%1$s) and abs(%1$s) < %5$s and strlen(%6$s) <= %2$s and (%1$s <> 0 or strlen(%6$s) = 1), false) or %4$s then %3$s end"
                                .formatted(value, EXACT_LENGTH, text, Casts.isOdd(plain), (long) AMBIGUOUS, plain)),
                absent);
    }

    @Override
    public Buffer buffer() {
        return new IntegerBuffer(sql.size() == 1, absent);
    }

    private static final class IntegerBuffer implements Buffer {

        private final boolean typed;
        private final MissingTexts absent;
        private final long[] missingNumbers;
        private final SparseTexts texts = new SparseTexts();
        private long[] values = new long[0];

        IntegerBuffer(boolean typed, MissingTexts absent) {
            this.typed = typed;
            this.absent = absent;
            this.missingNumbers = absent.wholeNumbers();
        }

        @Override
        public void fill(DuckDBDataChunkReader chunk, int first, int rows) {
            if (values.length < rows) {
                values = new long[rows];
            }
            DuckDBReadableVector vector = chunk.vector(first);
            for (int row = 0; row < rows; row++) {
                double value = vector.getDouble(row, Double.NaN);
                long whole = (long) value;
                boolean exact = Math.abs(value) < AMBIGUOUS && whole == value;
                if (typed && !exact && !vector.isNull(row)) {
                    throw new ClashException();
                }
                values[row] = exact ? whole : Column.Longs.MISSING;
            }
            if (!typed) {
                texts.fill(chunk.vector(first + 1), rows);
            }
        }

        @Override
        public Column column(int rows) {
            List<Clash> clashes = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                OptionalLong whole = absent.numerals().whole(texts.text(i));
                values[texts.row(i)] = whole.orElse(Column.Longs.MISSING);
                if (whole.isEmpty()) {
                    clashes.add(new Clash(texts.row(i), texts.text(i)));
                }
            }
            for (long missing : missingNumbers) {
                for (int row = 0; row < rows; row++) {
                    if (values[row] == missing) {
                        values[row] = Column.Longs.MISSING;
                        absent.saw((double) missing);
                    }
                }
            }
            return new Column.Longs(values, rows, clashes);
        }
    }
}
