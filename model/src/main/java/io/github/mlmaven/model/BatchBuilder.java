package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;

/**
 * Fills a batch of a model's inputs value by value: what codecs of rows write to. A value that is not set is missing; one of
 * another type than its input's is kept as a clash, which the model refuses. Used by one thread.
 */
public final class BatchBuilder {

    private final Inputs inputs;
    private final ColumnBuilder[] columns;
    private int capacity;
    private int row;

    BatchBuilder(Inputs inputs, int rows) {
        this.inputs = inputs;
        this.capacity = Math.max(1, rows);
        this.columns = new ColumnBuilder[inputs.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = inputs.column(i, capacity);
        }
    }

    /**
     * The index of an input.
     *
     * @throws MlException naming the row that is being filled, if the model has no input of this name
     */
    public int input(String name) {
        int input = inputs.header().index(name);
        if (input < 0) {
            throw inputs.unknown(name, RowName.INDEX.of(row));
        }
        return input;
    }

    /** Sets a value of the row that is being filled. */
    public void set(int input, String text) {
        column(input).set(row, text);
    }

    /** Sets a value of the row that is being filled. */
    public void set(int input, boolean flag) {
        column(input).set(row, flag);
    }

    /** Sets a value of the row that is being filled. */
    public void set(int input, long number) {
        column(input).set(row, number);
    }

    /** Sets a value of the row that is being filled; a whole number is one for an integer too. */
    public void set(int input, double number) {
        column(input).set(row, number);
    }

    /** Ends a row, and begins the next. */
    public void endRow() {
        makeRoom();
        row++;
    }

    private ColumnBuilder column(int input) {
        makeRoom();
        return columns[input];
    }

    private void makeRoom() {
        if (row == capacity) {
            capacity = Math.max(16, capacity * 2);
            for (ColumnBuilder column : columns) {
                column.grow(capacity);
            }
        }
    }

    /** How many rows have ended. */
    public int rows() {
        return row;
    }

    /** The rows that have ended. */
    public Batch batch() {
        Column[] built = new Column[columns.length];
        for (int i = 0; i < built.length; i++) {
            built[i] = columns[i].column(row);
        }
        return Batch.of(inputs.header(), row, built);
    }
}
