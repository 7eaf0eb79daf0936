package io.github.mlmaven.evaluate;

import static java.util.Map.entry;

import io.github.mlmaven.api.ScoredNumbers;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * By how much each row moves a metric of a regression: the metric's influence function at the rows, whose mean is 0. A metric
 * of squares is a function of means, and its influence the derivative of that; F. R. Hampel, "The influence curve and its role
 * in robust estimation", 1974.
 */
final class NumberInfluence {

    /** By the metric's name; one that is no smooth function of means has none. */
    static final Map<String, Influence<ScoredNumbers>> ALL = Map.ofEntries(
            entry("mae", mean(rows -> row -> Math.abs(error(rows, row)))),
            entry("mape", mean(rows -> row -> Math.abs(error(rows, row)) / Math.abs(rows.label(row)))),
            entry("smape", mean(rows -> row -> NumberMetric.symmetric(rows, row))),
            entry("bias", mean(rows -> row -> error(rows, row))),
            entry("mse", mean(rows -> row -> square(error(rows, row)))),
            entry("rmse", NumberInfluence::rmse),
            entry("r2", rows -> explained(rows, 0)),
            entry("explained-variance", rows -> explained(rows, mean(rows, row -> error(rows, row)))),
            entry("median-absolute-error", NumberInfluence::median));

    private NumberInfluence() {}

    private interface PerRow {
        IntToDoubleFunction of(ScoredNumbers rows);
    }

    private static double error(ScoredNumbers rows, int row) {
        return rows.prediction(row) - rows.label(row);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double mean(ScoredNumbers rows, IntToDoubleFunction value) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += value.applyAsDouble(row);
        }
        return sum / rows.size();
    }

    private static Influence<ScoredNumbers> mean(PerRow values) {
        return rows -> Influence.ofMean(rows.size(), values.of(rows));
    }

    private static double[] rmse(ScoredNumbers rows) {
        double root = Math.sqrt(mean(rows, row -> square(error(rows, row))));
        // Of errors that are all 0 there is no derivative, and none moves it.
        return Influence.of(rows.size(), row -> root == 0 ? 0 : (square(error(rows, row)) - square(root)) / (2 * root));
    }

    /** Of one less the ratio of the errors' squares around a value to the labels' squares around their mean. */
    private static double[] explained(ScoredNumbers rows, double around) {
        double label = mean(rows, rows::label);
        double variance = mean(rows, row -> square(rows.label(row) - label));
        double ratio = mean(rows, row -> square(error(rows, row) - around)) / variance;
        return Influence.of(
                rows.size(),
                row -> (ratio * square(rows.label(row) - label) - square(error(rows, row) - around)) / variance);
    }

    /**
     * Of a median, whose standard error is that of the order statistics at 1.96 standard deviations of their ranks: the
     * density at the median is not known. H. A. David and H. N. Nagaraja, "Order statistics", 2003, 7.1.
     */
    private static double[] median(ScoredNumbers rows) {
        int n = rows.size();
        double[] sorted = new double[n];
        Arrays.setAll(sorted, row -> Math.abs(error(rows, row)));
        Arrays.sort(sorted);
        double reach = 1.96 * Math.sqrt(n) / 2;
        double lower = sorted[(int) Math.max(0, Math.floor(n / 2.0 - reach))];
        double upper = sorted[(int) Math.min(n - 1, Math.ceil(n / 2.0 + reach))];
        double size = (upper - lower) / (2 * 1.96) * Math.sqrt(n);
        double median = sorted[n / 2];
        return Influence.of(n, row -> size * Math.signum(Math.abs(error(rows, row)) - median));
    }
}
