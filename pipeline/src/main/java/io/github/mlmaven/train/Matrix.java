package io.github.mlmaven.train;

import io.github.mlmaven.spec.MlException;

/**
 * Rows as XGBoost reads them: features as one row-major array of floats, NaN where missing, and a label for each row (of a
 * classification the position among the labels).
 */
final class Matrix {

    private final int features;
    private final float[] values;
    private final float[] labels;

    /**
     * Keeps the arrays.
     *
     * @param features values per row
     * @param values NaN or finite
     * @param labels finite
     */
    Matrix(int features, float[] values, float[] labels) {
        this.features = features;
        this.values = values;
        this.labels = labels;
    }

    /**
     * An array for so many rows and features.
     *
     * @throws MlException if no array can hold them
     */
    static float[] allocate(long rows, int features) {
        long size = rows * features;
        if (size > Integer.MAX_VALUE - 8) {
            throw new MlException(
                    "%d rows of %d features are more than the %d values that one matrix of trees can hold."
                            .formatted(rows, features, Integer.MAX_VALUE - 8),
                    "Train on fewer rows, or drop columns with many categories.");
        }
        return new float[(int) size];
    }

    int rows() {
        return labels.length;
    }

    int features() {
        return features;
    }

    float[] values() {
        return values;
    }

    float[] labels() {
        return labels;
    }
}
