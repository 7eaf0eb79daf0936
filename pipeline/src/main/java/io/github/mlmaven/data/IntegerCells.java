package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Whole numbers of at most 18 digits, also as {@code 3.0} or {@code 3e2}. Whatever else stands there is a clash. */
record IntegerCells(List<String> sql) implements Cells {

    /** Up to here every whole number is a double. */
    private static final double EXACT = 0x1p53;

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
                "case when not coalesce(%1$s = trunc(%1$s) and abs(%1$s) <= %2$d, false) then %3$s end"
                        .formatted(value, (long) EXACT, text)));
    }

    /** A column that has no value at all. */
    static Column missing(int rows) {
        long[] values = new long[rows];
        Arrays.fill(values, Column.Longs.MISSING);
        return new Column.Longs(values, rows, List.of());
    }

    @Override
    public Column read(DuckDBDataChunkReader chunk, int first, int rows) {
        DuckDBReadableVector vector = chunk.vector(first);
        long[] values = new long[rows];
        boolean typed = sql.size() == 1;
        for (int row = 0; row < rows; row++) {
            double value = vector.getDouble(row, Double.NaN);
            if (Math.abs(value) <= EXACT && value == Math.rint(value)) {
                values[row] = (long) value;
            } else {
                if (typed && !vector.isNull(row)) {
                    throw new ClashException();
                }
                values[row] = Column.Longs.MISSING;
            }
        }
        return new Column.Longs(values, rows, typed ? List.of() : fromTexts(chunk.vector(first + 1), values, rows));
    }

    private static List<Clash> fromTexts(DuckDBReadableVector vector, long[] values, int rows) {
        List<Clash> clashes = new ArrayList<>();
        Cells.texts(vector, rows, (row, text) -> {
            var whole = WHOLE.matcher(text);
            if (whole.matches()) {
                values[row] = Long.parseLong(whole.group(1));
            } else {
                clashes.add(new Clash(row, text));
            }
        });
        return clashes;
    }
}
