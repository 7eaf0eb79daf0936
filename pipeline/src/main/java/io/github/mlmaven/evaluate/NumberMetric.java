package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A metric of regressions. Sums run in the order of the rows. Formulas and their sources are in {@code docs/metrics.md}.
 *
 * @param formula not finite where it is not defined
 */
record NumberMetric(String name, ToDoubleFunction<ScoredNumbers> formula) implements Metric {

    static final List<NumberMetric> ALL = List.of(
            new NumberMetric("rmse", rows -> Math.sqrt(squares(rows) / rows.size())),
            new NumberMetric("mae", rows -> Arrays.stream(absolutes(rows)).reduce(0, Double::sum) / rows.size()),
            new NumberMetric("median-absolute-error", rows -> median(absolutes(rows))),
            new NumberMetric("mape", NumberMetric::mape),
            new NumberMetric("r2", rows -> 1 - squares(rows) / squaresAroundTheMean(rows)),
            new NumberMetric("bias", NumberMetric::bias),
            new NumberMetric("mse", rows -> squares(rows) / rows.size()),
            new NumberMetric("smape", NumberMetric::smape),
            new NumberMetric("explained-variance", NumberMetric::explainedVariance),
            new NumberMetric(
                    "max-error", rows -> Arrays.stream(absolutes(rows)).max().orElse(Double.NaN)));

    @Override
    public double of(ScoredNumbers rows) {
        return formula.applyAsDouble(rows);
    }

    private static double error(ScoredNumbers rows, int row) {
        return rows.prediction(row) - rows.label(row);
    }

    private static double squares(ScoredNumbers rows) {
        double squares = 0;
        for (int row = 0; row < rows.size(); row++) {
            squares += error(rows, row) * error(rows, row);
        }
        return squares;
    }

    private static double[] absolutes(ScoredNumbers rows) {
        double[] absolutes = new double[rows.size()];
        Arrays.setAll(absolutes, row -> Math.abs(error(rows, row)));
        return absolutes;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    // A label of 0 makes it infinite or NaN.
    private static double mape(ScoredNumbers rows) {
        double relative = 0;
        for (int row = 0; row < rows.size(); row++) {
            relative += Math.abs(error(rows, row)) / Math.abs(rows.label(row));
        }
        return relative / rows.size();
    }

    private static double smape(ScoredNumbers rows) {
        double relative = 0;
        for (int row = 0; row < rows.size(); row++) {
            relative += symmetric(rows, row);
        }
        return relative / rows.size();
    }

    /** A row's error beside the size of label and prediction. */
    static double symmetric(ScoredNumbers rows, int row) {
        double whole = Math.abs(rows.label(row)) + Math.abs(rows.prediction(row));
        return whole == 0 ? 0 : 2 * Math.abs(error(rows, row)) / whole;
    }

    private static double explainedVariance(ScoredNumbers rows) {
        double mean = bias(rows);
        double squares = 0;
        for (int row = 0; row < rows.size(); row++) {
            double distance = error(rows, row) - mean;
            squares += distance * distance;
        }
        return 1 - squares / squaresAroundTheMean(rows);
    }

    private static double bias(ScoredNumbers rows) {
        double errors = 0;
        for (int row = 0; row < rows.size(); row++) {
            errors += error(rows, row);
        }
        return errors / rows.size();
    }

    private static double squaresAroundTheMean(ScoredNumbers rows) {
        double sum = 0;
        boolean differ = false;
        for (int row = 0; row < rows.size(); row++) {
            sum += rows.label(row);
            differ |= rows.label(row) != rows.label(0);
        }
        // The mean of equal labels may be off by a rounding, which is no variation: a division by 0 is not defined.
        if (!differ) {
            return 0;
        }
        double mean = sum / rows.size();
        double squares = 0;
        for (int row = 0; row < rows.size(); row++) {
            double distance = rows.label(row) - mean;
            squares += distance * distance;
        }
        return squares;
    }
}
