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
     */
    LinearPredictor(Link link, double[] intercepts, double[][] weights, double[] centers) {
        this.link = link;
        this.intercepts = intercepts;
        this.weights = weights;
        this.centers = centers;
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
