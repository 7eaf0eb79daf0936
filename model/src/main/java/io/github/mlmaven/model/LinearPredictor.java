package io.github.mlmaven.model;

/**
 * Predicts by weighted sums of features. A feature that is missing adds nothing, as in Tribuo, whose examples leave it out.
 *
 * <p>A margin is {@code intercept + sum of weight * (feature - center)}.
 */
public final class LinearPredictor implements Predictor {

    private final Link link;
    private final double[] intercepts;
    private final double[][] weights;
    private final double[] centers;

    /**
     * A predictor of margins.
     *
     * @param intercepts one for each output
     * @param weights for each output, one for each feature
     * @param centers one for each feature
     * @throws IllegalArgumentException if a margin may be no number, whatever floats the features are
     */
    static LinearPredictor of(Link link, double[] intercepts, double[][] weights, double[] centers) {
        for (int i = 0; i < intercepts.length; i++) {
            requireFinite(intercepts[i], weights[i], centers);
        }
        return new LinearPredictor(link, intercepts, weights, centers);
    }

    private LinearPredictor(Link link, double[] intercepts, double[][] weights, double[] centers) {
        this.link = link;
        this.intercepts = intercepts;
        this.weights = weights;
        this.centers = centers;
    }

    private static void requireFinite(double intercept, double[] weights, double[] centers) {
        double greatest = Math.abs(intercept);
        for (int i = 0; i < weights.length; i++) {
            greatest += Math.abs(weights[i]) * (Float.MAX_VALUE + Math.abs(centers[i]));
        }
        // Half, because sums are rounded. A comparison with NaN is false.
        if (!(greatest < Double.MAX_VALUE / 2)) {
            throw new IllegalArgumentException("weights whose sum can be " + greatest);
        }
    }

    @Override
    public int outputs() {
        return intercepts.length;
    }

    @Override
    public void predict(float[] features, int offset, double[] out) {
        for (int i = 0; i < intercepts.length; i++) {
            out[i] = intercepts[i] + sum(weights[i], features, offset);
        }
        link.apply(out, intercepts.length);
    }

    private double sum(double[] weight, float[] features, int offset) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            float feature = features[offset + i];
            if (!Float.isNaN(feature)) {
                sum += weight[i] * (feature - centers[i]);
            }
        }
        return sum;
    }
}
