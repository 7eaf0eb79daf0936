package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
     * Reads all rows; the sink is called by the thread that calls this.
     *
     * @return the position behind the last row
     * @throws SQLException if that is not possible, so that the rows that were shown do not count
     * @throws Cells.ClashException if a cell is not as a typed scan needs it
     */
    long run(Engine engine, Consumer<Batch> sink) throws SQLException {
        new ReadAhead(() -> new Frame(cells))
                .run(
                        frames -> engine.stream(sql(), chunk -> frames.fill(frame -> frame.fill(chunk))),
                        frame -> show(frame, sink));
        return position;
    }

    private void show(Frame frame, Consumer<Batch> sink) {
        if (frame.rows() > 0) {
            sink.accept(frame.batch(position));
            position += frame.rows();
        }
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
        return "select 0%s from %s union all select %s%s".formatted(selected, from, Engine.LAST, nothing);
    }
}
