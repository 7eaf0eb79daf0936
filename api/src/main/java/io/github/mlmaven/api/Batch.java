package io.github.mlmaven.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table, column by column: a few thousand of a file, or those of one request. Whoever gets a batch reads it
 * and keeps nothing of it.
 */
public final class Batch {

    private final Header header;
    private final int rows;
    private final long @Nullable [] positions;
    private final Column[] columns;

    private Batch(Header header, int rows, long @Nullable [] positions, Column[] columns) {
        this.header = header;
        this.rows = rows;
        this.positions = positions;
        this.columns = columns;
        if (columns.length != header.names().size()) {
            throw new IllegalArgumentException(columns.length + " columns for " + header.names());
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].rows() != rows) {
                throw new IllegalArgumentException(
                        "column '" + header.names().get(i) + "' has " + columns[i].rows() + " rows, the batch " + rows);
            }
        }
    }

    /**
     * Rows with their places in the table.
     *
     * @param positions of each row, from 0, rising
     * @param columns by name in their order, each of as many rows
     */
    public Batch(int rows, long[] positions, Map<String, Column> columns) {
        this(new Header(columns.keySet()), rows, positions, columns.values().toArray(Column[]::new));
    }

    /** Rows that are all that there are: their positions are their indexes. */
    public static Batch of(int rows, Map<String, Column> columns) {
        return of(new Header(columns.keySet()), rows, columns.values().toArray(Column[]::new));
    }

    /**
     * Rows that are all that there are: their positions are their indexes.
     *
     * @param columns as the header names them, each of as many rows; not copied
     */
    public static Batch of(Header header, int rows, Column... columns) {
        return new Batch(header, rows, null, columns);
    }

    public int rows() {
        return rows;
    }

    /** The place of a row in its table, from 0. */
    public long position(int row) {
        return positions == null ? row : positions[row];
    }

    public Header header() {
        return header;
    }

    /** A column by its index in the header. */
    public Column column(int index) {
        return columns[index];
    }

    /** The names of the columns, in their order. */
    public Collection<String> names() {
        return header.names();
    }

    /**
     * A column.
     *
     * @throws IllegalArgumentException if the batch has none of the name
     */
    public Column column(String name) {
        int index = header.index(name);
        if (index < 0) {
            throw new IllegalArgumentException("no column '" + name + "', there are " + header.names());
        }
        return columns[index];
    }

    /** The same rows with some of the columns, in the order of their names. */
    public Batch only(List<String> names) {
        return new Batch(
                new Header(names),
                rows,
                positions,
                names.stream().map(this::column).toArray(Column[]::new));
    }

    /** The same rows with one more column. */
    public Batch with(String name, Column column) {
        List<String> names = new ArrayList<>(header.names());
        names.add(name);
        Column[] more = Arrays.copyOf(columns, columns.length + 1);
        more[columns.length] = column;
        return new Batch(new Header(names), rows, positions, more);
    }

    /** The rows with the given indexes, which rise. */
    public Batch pick(int[] indexes, int count) {
        long[] picked = new long[count];
        for (int i = 0; i < count; i++) {
            picked[i] = position(indexes[i]);
        }
        Column[] fewer = new Column[columns.length];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = columns[i].pick(indexes, count);
        }
        return new Batch(header, count, picked, fewer);
    }
}
