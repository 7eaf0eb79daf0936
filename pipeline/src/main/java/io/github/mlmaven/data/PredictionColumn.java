package io.github.mlmaven.data;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** A column of the predictions file, with one value for each row of the part that is written. */
public final class PredictionColumn {

    private final String name;
    private final String type;
    private final int rows;
    private final Cells cells;

    private PredictionColumn(String name, String type, int rows, Cells cells) {
        this.name = name;
        this.type = type;
        this.rows = rows;
        this.cells = cells;
    }

    /** Numbers; NaN is written as missing. */
    public static PredictionColumn numbers(String name, double[] values) {
        return new PredictionColumn(name, "double", values.length, (appender, row) -> {
            if (Double.isNaN(values[row])) {
                appender.appendNull();
            } else {
                appender.append(values[row]);
            }
        });
    }

    /** Texts. */
    public static PredictionColumn texts(String name, String[] values) {
        return new PredictionColumn(name, "varchar", values.length, (appender, row) -> appender.append(values[row]));
    }

    String name() {
        return name;
    }

    int rows() {
        return rows;
    }

    /** In the engine's words. */
    String type() {
        return type;
    }

    void append(DuckDBAppender appender, int row) throws SQLException {
        cells.append(appender, row);
    }

    @FunctionalInterface
    private interface Cells {
        void append(DuckDBAppender appender, int row) throws SQLException;
    }
}
