package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;

/** One reading of a source by the engine, in the order of its rows, some thousand rows at a time. */
final class Scan {

    private final Map<String, Cells> cells;
    private final String from;
    private long position;

    /**
     * A reading.
     *
     * @param cells of each wanted column
     * @param from the source as a statement's table
     * @param first the position of its first row
     */
    Scan(Map<String, Cells> cells, String from, long first) {
        this.cells = new LinkedHashMap<>(cells);
        this.from = from;
        this.position = first;
    }

    /**
     * Reads all rows.
     *
     * @throws SQLException if that is not possible, so that the rows that were shown do not count
     * @throws Cells.ClashException if a cell is not as a typed scan needs it
     */
    void run(Engine engine, Consumer<Batch> sink) throws SQLException {
        engine.stream(sql(), chunk -> show(chunk, sink));
    }

    /** A last row marks that the result is whole: the chunks of a result end in silence where the engine failed. */
    private String sql() {
        String selected = cells.values().stream()
                .flatMap(column -> column.sql().stream())
                .map(expression -> ", " + expression)
                .collect(Collectors.joining());
        String nothing = cells.values().stream()
                .flatMap(column -> column.sql().stream())
                .map(expression -> ", null")
                .collect(Collectors.joining());
        return "select 0%s from %s union all select %d%s".formatted(selected, from, Engine.LAST, nothing);
    }

    private void show(DuckDBDataChunkReader chunk, Consumer<Batch> sink) {
        int rows = Math.toIntExact(chunk.rowCount());
        if (rows > 0 && chunk.vector(0).getInt(rows - 1) == Engine.LAST) {
            rows--;
        }
        if (rows == 0) {
            return;
        }
        long[] positions = new long[rows];
        for (int row = 0; row < rows; row++) {
            positions[row] = position++;
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        int vector = 1;
        for (Map.Entry<String, Cells> column : cells.entrySet()) {
            columns.put(column.getKey(), column.getValue().read(chunk, vector, rows));
            vector += column.getValue().sql().size();
        }
        sink.accept(new Batch(rows, positions, columns));
    }

    /** The position behind the last row that was shown. */
    long position() {
        return position;
    }
}
