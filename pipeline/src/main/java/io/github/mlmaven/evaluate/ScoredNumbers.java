package io.github.mlmaven.evaluate;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** A regression. */
final class ScoredNumbers implements Scored {

    private final double[] labels;
    private final double[] predictions;

    /**
     * Keeps the arrays.
     *
     * @param labels finite
     * @param predictions finite, of the same rows
     */
    ScoredNumbers(double[] labels, double[] predictions) {
        this.labels = labels;
        this.predictions = predictions;
    }

    @Override
    public SortedMap<String, Double> metrics(int[] rows) {
        double errors = 0;
        double squares = 0;
        double relative = 0;
        double labelSum = 0;
        double[] absolute = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double label = labels[rows[i]];
            double error = predictions[rows[i]] - label;
            absolute[i] = Math.abs(error);
            errors += error;
            squares += error * error;
            relative += absolute[i] / Math.abs(label);
            labelSum += label;
        }
        int n = rows.length;
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("rmse", Math.sqrt(squares / n));
        metrics.put("mae", Arrays.stream(absolute).reduce(0, Double::sum) / n);
        metrics.put("median-absolute-error", median(absolute));
        metrics.put("mape", relative / n);
        metrics.put("r2", 1 - squares / squaresAround(labelSum / n, rows));
        metrics.put("bias", errors / n);
        // A label of 0 makes MAPE, equal labels make R2 infinite or NaN: they are not defined then.
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    private double squaresAround(double mean, int[] rows) {
        double first = labels[rows[0]];
        double squares = 0;
        boolean differ = false;
        for (int row : rows) {
            double distance = labels[row] - mean;
            squares += distance * distance;
            differ |= labels[row] != first;
        }
        // The mean of equal labels may be off by a rounding, which is no variation.
        return differ ? squares : 0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
