package io.github.mlmaven.api;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Some rows of a table, column by column: a few thousand of a file, or those of one request. Whoever gets a batch reads it
 * and keeps nothing of it.
 */
public final class Batch {

    private final int rows;
    private final long[] positions;
    private final Map<String, Column> columns;

    /**
     * Rows with their places in the table.
     *
     * @param positions of each row, from 0, rising
     * @param columns by name in their order, each of as many rows
     */
    public Batch(int rows, long[] positions, Map<String, Column> columns) {
        this.rows = rows;
        this.positions = positions;
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        columns.forEach((name, column) -> {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "column '" + name + "' has " + column.rows() + " rows, the batch " + rows);
            }
        });
    }

    /** Rows that are all that there are: their positions are their indexes. */
    public static Batch of(int rows, Map<String, Column> columns) {
        long[] positions = new long[rows];
        for (int i = 0; i < rows; i++) {
            positions[i] = i;
        }
        return new Batch(rows, positions, columns);
    }

    public int rows() {
        return rows;
    }

    /** The place of a row in its table, from 0. */
    public long position(int row) {
        return positions[row];
    }

    /** The names of the columns, in their order. */
    public Collection<String> names() {
        return columns.keySet();
    }

    /**
     * A column.
     *
     * @throws IllegalArgumentException if the batch has none of the name
     */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column '" + name + "', there are " + columns.keySet());
        }
        return column;
    }

    /** The rows with the given indexes, which rise. */
    public Batch pick(int[] indexes, int count) {
        long[] picked = new long[count];
        for (int i = 0; i < count; i++) {
            picked[i] = positions[indexes[i]];
        }
        Map<String, Column> fewer = new LinkedHashMap<>();
        columns.forEach((name, column) -> fewer.put(name, column.pick(indexes, count)));
        return new Batch(count, picked, fewer);
    }
}
