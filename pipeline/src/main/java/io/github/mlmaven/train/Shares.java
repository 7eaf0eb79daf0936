package io.github.mlmaven.train;

import java.util.Arrays;

/**
 * The squared error between 0 and whether a row has a label, for each row and label, as a booster without trees is told it:
 * the leaf that a tree makes of it is the share of the label.
 *
 * @param gradients row by row, one for each label
 * @param hessians likewise
 */
@SuppressWarnings("ArrayRecordComponent") // XGBoost takes arrays, and nobody compares them.
record Shares(float[] gradients, float[] hessians) {

    static Shares of(double[] labels, int count) {
        float[] gradients = new float[Math.multiplyExact(labels.length, count)];
        for (int row = 0; row < labels.length; row++) {
            gradients[row * count + (int) labels[row]] = -1;
        }
        float[] hessians = new float[gradients.length];
        Arrays.fill(hessians, 1);
        return new Shares(gradients, hessians);
    }
}
