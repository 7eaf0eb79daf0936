package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Whole numbers of at most 18 digits, also as {@code 3.0} or {@code 3e2}. Whatever else stands there is a clash. */
record IntegerCells(List<String> sql) implements Cells {

    /** Below this a double is one whole number's; this may be that of two texts. */
    private static final double AMBIGUOUS = 0x1p53;

    private static final Pattern WHOLE = Pattern.compile("[ \\t\\n\\r\\f]*([+-]?0*[0-9]{1,18})[ \\t\\n\\r\\f]*");

    /** Of a double. */
    static IntegerCells typed(String value) {
        return new IntegerCells(List.of(value));
    }

    /** Of a text. */
    static IntegerCells ofText(String text) {
        String value = "try_cast(" + text + " as double)";
        return new IntegerCells(List.of(
                value,
                "case when not coalesce(%1$s = trunc(%1$s) and abs(%1$s) < %2$s, false) then %3$s end"
                        .formatted(value, (long) AMBIGUOUS, text)));
    }

    @Override
    public Buffer buffer() {
        return new IntegerBuffer(sql.size() == 1);
    }

    private static final class IntegerBuffer implements Buffer {

        private final boolean typed;
        private final SparseTexts texts = new SparseTexts();
        private long[] values = new long[0];

        IntegerBuffer(boolean typed) {
            this.typed = typed;
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
                if (typed && !(Math.abs(value) < AMBIGUOUS && whole == value) && !vector.isNull(row)) {
                    throw new ClashException();
                }
                values[row] = Math.abs(value) <= AMBIGUOUS && whole == value ? whole : Column.Longs.MISSING;
            }
            if (!typed) {
                texts.fill(chunk.vector(first + 1), rows);
            }
        }

        @Override
        public Column column(int rows) {
            List<Clash> clashes = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Matcher whole = WHOLE.matcher(texts.text(i));
                if (whole.matches()) {
                    values[texts.row(i)] = Long.parseLong(whole.group(1));
                } else if (values[texts.row(i)] == Column.Longs.MISSING) {
                    clashes.add(new Clash(texts.row(i), texts.text(i)));
                }
            }
            return new Column.Longs(values, rows, clashes);
        }
    }
}
