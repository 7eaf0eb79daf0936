package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.spec.TimeTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkReader;

/** Days or instants, from texts in their column's format. Whatever else stands there is a clash. */
final class TimeCells implements Cells {

    /** Texts that are known: dates come again, and to parse one costs more than to find it. */
    private static final int MOST_KNOWN = 1 << 14;

    private final String text;
    private final TimeTexts format;
    /** Of the thread that makes columns. */
    private final Map<String, Long> known = new HashMap<>();

    TimeCells(String text, TableColumn column) {
        this.text = text;
        this.format = TimeTexts.of(column.type(), column.time());
    }

    @Override
    public List<String> sql() {
        return List.of(text);
    }

    @Override
    public Buffer buffer() {
        return new TimeBuffer();
    }

    private long read(String cell) {
        Long before = known.get(cell);
        if (before != null) {
            return before;
        }
        if (known.size() == MOST_KNOWN) {
            known.clear();
        }
        long value = format.read(cell).orElse(Column.Times.MISSING);
        known.put(cell, value);
        return value;
    }

    private final class TimeBuffer implements Buffer {

        private final SparseTexts texts = new SparseTexts();
        private long[] values = new long[0];

        @Override
        public void fill(DuckDBDataChunkReader chunk, int first, int rows) {
            texts.fill(chunk.vector(first), rows);
        }

        @Override
        public Column column(int rows) {
            if (values.length < rows) {
                values = new long[rows];
            }
            Arrays.fill(values, 0, rows, Column.Times.MISSING);
            List<Clash> clashes = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                long value = read(texts.text(i));
                values[texts.row(i)] = value;
                if (value == Column.Times.MISSING) {
                    clashes.add(new Clash(texts.row(i), texts.text(i)));
                }
            }
            return new Column.Times(format.tick(), values, rows, clashes);
        }
    }
}
