package io.github.mlmaven.api;

/**
 * Where the features of some rows of a batch go: row after row, each of as many features as the model has. A
 * {@link FittedTransform} sets its own of every row from {@link #from} to before {@link #to}.
 */
public final class Features {

    private final float[] values;
    private final int start;
    private final int width;
    private final int from;
    private final int to;

    /**
     * A place for features.
     *
     * @param values receives them
     * @param offset of the first row's features among the values
     * @param width how many features a row has
     * @param from the first row, within its batch
     * @param to the row after the last
     */
    public Features(float[] values, int offset, int width, int from, int to) {
        this.values = values;
        this.start = offset - from * width;
        this.width = width;
        this.from = from;
        this.to = to;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /**
     * Sets one feature of one row.
     *
     * @param row within the batch
     * @param position of the feature within the row
     * @param value NaN where missing
     */
    public void set(int row, int position, float value) {
        values[start + row * width + position] = value;
    }
}
