package io.github.mlmaven.model;

/** Turns features into outputs. Implementations are immutable and may be used by many threads. */
public interface Predictor {

    /** How many numbers a prediction has: 1 for a regression, a probability for each label of a classification. */
    int outputs();

    /**
     * Predicts one row.
     *
     * @param features rows of features, one after another; NaN where missing
     * @param offset where the row begins
     * @param out receives {@link #outputs()} numbers from index 0
     */
    void predict(float[] features, int offset, double[] out);
}
