package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Dictionary;
import java.util.Arrays;
import java.util.List;

/** A column of the predictions file, with one value for each row of the part that is written. */
public final class PredictionColumn {

    private final String name;
    private final ColumnType type;
    private final int rows;
    private final Slices slices;

    private PredictionColumn(String name, ColumnType type, int rows, Slices slices) {
        this.name = name;
        this.type = type;
        this.rows = rows;
        this.slices = slices;
    }

    /** Numbers; NaN is written as missing. */
    public static PredictionColumn numbers(String name, double[] values) {
        return new PredictionColumn(
                name,
                ColumnType.NUMBER,
                values.length,
                (from, rows) -> new Column.Doubles(Arrays.copyOfRange(values, from, from + rows), rows, List.of()));
    }

    /** Texts. */
    public static PredictionColumn texts(String name, String[] values) {
        Dictionary dictionary = new Dictionary();
        int[] codes = Arrays.stream(values).mapToInt(dictionary::code).toArray();
        return new PredictionColumn(
                name,
                ColumnType.TEXT,
                values.length,
                (from, rows) -> new Column.Texts(Arrays.copyOfRange(codes, from, from + rows), rows, dictionary));
    }

    String name() {
        return name;
    }

    int rows() {
        return rows;
    }

    ColumnType type() {
        return type;
    }

    /** Some rows of the column. */
    Column slice(int from, int rows) {
        return slices.of(from, rows);
    }

    @FunctionalInterface
    private interface Slices {
        Column of(int from, int rows);
    }
}
