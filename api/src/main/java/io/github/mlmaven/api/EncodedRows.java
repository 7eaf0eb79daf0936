package io.github.mlmaven.api;

/**
 * Rows as trainers take them: features as one row-major array of floats, and a number that stands for each row's label. The
 * arrays are not copies, and not to be changed.
 */
public final class EncodedRows {

    private final int features;
    private final float[] values;
    private final double[] labels;

    /**
     * Keeps the arrays.
     *
     * @param features values per row
     * @param values NaN where missing, finite otherwise
     * @param labels finite; of a classification the position among the labels
     */
    public EncodedRows(int features, float[] values, double[] labels) {
        if (values.length != Math.multiplyExact(features, labels.length)) {
            throw new IllegalArgumentException(
                    values.length + " values for " + labels.length + " rows of " + features + " features");
        }
        this.features = features;
        this.values = values;
        this.labels = labels;
    }

    public int rows() {
        return labels.length;
    }

    public int features() {
        return features;
    }

    /** The features, row by row; NaN where missing. */
    public float[] values() {
        return values;
    }

    /** The labels: numbers of a regression, positions among the labels of a classification. */
    public double[] labels() {
        return labels;
    }
}
