package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** One column of a part's rows, in their order. */
public final class Reads {

    private Reads() {}

    public static List<Double> numbers(Rows rows, Part part, String column) {
        return cells(rows, part, column, Column::number);
    }

    /** Missing is empty. */
    public static List<String> texts(Rows rows, Part part, String column) {
        return cells(rows, part, column, (cells, row) -> cells.isMissing(row) ? "" : cells.text(row));
    }

    public static List<String> clashes(Rows rows, Part part, String column) {
        List<String> found = new ArrayList<>();
        rows.read(
                part,
                List.of(column),
                batch ->
                        batch.column(column).clashes().stream().map(Clash::text).forEach(found::add));
        return found;
    }

    private static <T> List<T> cells(Rows rows, Part part, String name, BiFunction<Column, Integer, T> cell) {
        List<T> cells = new ArrayList<>();
        rows.read(part, List.of(name), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                cells.add(cell.apply(batch.column(name), row));
            }
        });
        return cells;
    }
}
