package io.github.mlmaven.evaluate;

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
            new LabelMetric("auc", RocCurve::area));

    @Override
    public double of(ScoredLabels rows) {
        return formula.applyAsDouble(rows);
    }

    private static double logLoss(ScoredLabels rows) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            double probability = rows.probability(row, rows.label(row));
            sum -= StrictMath.log(Math.min(1, Math.max(SMALLEST_PROBABILITY, probability)));
        }
        return sum / rows.size();
    }
}
