package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkReader;

/** Room for one chunk of rows on its way from the engine to a batch, used again and again. */
final class Frame {

    private final List<String> names;
    private final List<Cells> cells;
    private final List<Cells.Buffer> buffers;
    private long[] positions = new long[0];
    private int rows;

    Frame(Map<String, Cells> cells) {
        this.names = List.copyOf(cells.keySet());
        this.cells = List.copyOf(cells.values());
        this.buffers = this.cells.stream().map(Cells::buffer).toList();
    }

    /** Takes the rows of a chunk, but for the mark of the end. */
    void fill(DuckDBDataChunkReader chunk) {
        rows = Math.toIntExact(chunk.rowCount());
        if (rows > 0 && chunk.vector(0).getInt(rows - 1) == Engine.LAST) {
            rows--;
        }
        int vector = 1;
        for (int i = 0; i < buffers.size(); i++) {
            buffers.get(i).fill(chunk, vector, rows);
            vector += cells.get(i).sql().size();
        }
    }

    int rows() {
        return rows;
    }

    /** The rows as a batch, until the frame is filled anew. */
    Batch batch(long first) {
        if (positions.length < rows) {
            positions = new long[rows];
        }
        for (int row = 0; row < rows; row++) {
            positions[row] = first + row;
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < buffers.size(); i++) {
            columns.put(names.get(i), buffers.get(i).column(rows));
        }
        return new Batch(rows, positions, columns);
    }
}
