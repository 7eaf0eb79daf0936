package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;

/**
 * One column of the rows of a block: takes cells as bytes. What a cell is does not depend on how it came, so that a reader
 * may try the fast way first and take the other one after it.
 */
abstract class PlainField {

    /** What {@link #fast} says of a cell that it does not take. */
    static final int NO = -1;

    /** Begins the next block. */
    abstract void begin();

    /** Makes room for rows; those that were taken stay. */
    abstract void reserve(int rows);

    /**
     * Takes the cell that begins at a place, if it is of the usual form.
     *
     * @return where the cell ends: at a delimiter, a line break or a quote; or {@link #NO}
     */
    abstract int fast(byte[] bytes, int from, int row);

    /** Takes any cell, which has no quotes around it and none escaped. */
    abstract void set(byte[] bytes, int from, int to, int row);

    /** The rows as a column, until the next block begins; asked by the thread that uses the batches. */
    abstract Column column(int rows);
}
