package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredLabels;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A metric of classifications. Sums run in the order of the rows, or of the labels. Formulas and their sources are in
 * {@code docs/metrics.md}.
 *
 * @param formula not finite where it is not defined
 */
record LabelMetric(String name, ToDoubleFunction<ScoredLabels> formula) implements Metric {

    /** The epsilon of doubles, 2^-52, as in scikit-learn. */
    private static final double SMALLEST_PROBABILITY = Math.ulp(1.0);

    static final List<LabelMetric> ALL = List.of(
            new LabelMetric("accuracy", rows -> Confusion.of(rows).accuracy()),
            new LabelMetric("balanced-accuracy", rows -> Confusion.of(rows).balancedAccuracy()),
            new LabelMetric("macro-precision", rows -> Confusion.of(rows).macroPrecision()),
            new LabelMetric("macro-recall", rows -> Confusion.of(rows).macroRecall()),
            new LabelMetric("macro-f1", rows -> Confusion.of(rows).macroF1()),
            new LabelMetric("log-loss", LabelMetric::logLoss),
            new LabelMetric("auc", RocCurve::area),
            new LabelMetric("average-precision", PrecisionCurve::area),
            new LabelMetric("brier", LabelMetric::brier),
            new LabelMetric("expected-calibration-error", Calibration::error),
            new LabelMetric("mcc", rows -> Confusion.of(rows).correlation()),
            new LabelMetric("kappa", rows -> Confusion.of(rows).agreement()),
            new LabelMetric("weighted-precision", rows -> Confusion.of(rows).weightedPrecision()),
            new LabelMetric("weighted-f1", rows -> Confusion.of(rows).weightedF1()));

    /** The same metric of one label, where it is told one. */
    @Override
    public Metric told(Arguments arguments) {
        boolean isOfAll = arguments.texts().values().stream().allMatch(String::isEmpty);
        return isOfAll ? this : ToldLabels.of(name).orElseThrow().told(arguments);
    }

    @Override
    public double of(ScoredLabels rows) {
        return formula.applyAsDouble(rows);
    }

    private static double logLoss(ScoredLabels rows) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += surprise(rows, row);
        }
        return sum / rows.size();
    }

    /** The negative logarithm of the probability that a row's label was said to have. */
    static double surprise(ScoredLabels rows, int row) {
        double probability = rows.probability(row, rows.label(row));
        return -StrictMath.log(Math.min(1, Math.max(SMALLEST_PROBABILITY, probability)));
    }

    /** G. W. Brier, "Verification of forecasts expressed in terms of probability", 1950; half of it with two labels. */
    private static double brier(ScoredLabels rows) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += distance(rows, row);
        }
        return sum / rows.size();
    }

    /** A row's squared distance from certainty. */
    static double distance(ScoredLabels rows, int row) {
        int labels = rows.names().size();
        double sum = 0;
        // The probabilities of two labels are as far off as each other.
        for (int label = labels == 2 ? 1 : 0; label < labels; label++) {
            double distance = rows.probability(row, label) - (rows.label(row) == label ? 1 : 0);
            sum += distance * distance;
        }
        return sum;
    }
}
