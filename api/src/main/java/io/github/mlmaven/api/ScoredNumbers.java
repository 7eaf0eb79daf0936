package io.github.mlmaven.api;

import java.util.stream.IntStream;

/** Rows of a regression. */
public final class ScoredNumbers implements ScoredRows {

    private final double[] labels;
    private final double[] predictions;
    private final int[] rows;

    /**
     * Rows; the arrays are kept.
     *
     * @param labels finite
     * @param predictions finite, of the same rows
     */
    public ScoredNumbers(double[] labels, double[] predictions) {
        this(labels, predictions, IntStream.range(0, labels.length).toArray());
    }

    private ScoredNumbers(double[] labels, double[] predictions, int[] rows) {
        this.labels = labels;
        this.predictions = predictions;
        this.rows = rows;
    }

    @Override
    public int size() {
        return rows.length;
    }

    /** What was true of a row. */
    public double label(int row) {
        return labels[rows[row]];
    }

    /** What was predicted of a row. */
    public double prediction(int row) {
        return predictions[rows[row]];
    }

    @Override
    public ScoredNumbers pick(int[] picked) {
        return new ScoredNumbers(
                labels, predictions, IntStream.of(picked).map(row -> rows[row]).toArray());
    }

    @Override
    public double measure(Metric metric) {
        return metric.of(this);
    }
}
