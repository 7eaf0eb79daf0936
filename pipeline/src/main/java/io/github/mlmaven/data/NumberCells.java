package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.Arrays;
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

    /** A column that has no value at all. */
    static Column missing(int rows) {
        double[] values = new double[rows];
        Arrays.fill(values, Double.NaN);
        return new Column.Doubles(values, rows, List.of());
    }

    @Override
    public Column read(DuckDBDataChunkReader chunk, int first, int rows) {
        DuckDBReadableVector vector = chunk.vector(first);
        double[] values = new double[rows];
        boolean typed = sql.size() == 1;
        for (int row = 0; row < rows; row++) {
            double value = vector.getDouble(row, Double.NaN);
            values[row] = value;
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                // NaN that is not null, or infinite.
                if (typed && !vector.isNull(row)) {
                    throw new ClashException();
                }
                values[row] = Double.NaN;
            }
        }
        return new Column.Doubles(values, rows, typed ? List.of() : Cells.clashes(chunk.vector(first + 1), rows));
    }
}
