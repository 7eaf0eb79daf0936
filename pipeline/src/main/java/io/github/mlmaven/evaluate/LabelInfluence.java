package io.github.mlmaven.evaluate;

import static java.util.Map.entry;

import io.github.mlmaven.api.ScoredLabels;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * By how much each row moves a metric of a classification: the metric's influence function at the rows, whose mean is 0. Most
 * metrics are functions of how often each label occurs, is predicted, and both; their influence is the derivative of that.
 */
final class LabelInfluence {

    /** By the metric's name; one that is no smooth function of the rows has none. */
    static final Map<String, Influence<ScoredLabels>> ALL = Map.ofEntries(
            entry("accuracy", mean(rows -> row -> hit(rows, row))),
            entry("log-loss", mean(rows -> row -> LabelMetric.surprise(rows, row))),
            entry("brier", mean(rows -> row -> LabelMetric.distance(rows, row))),
            entry("balanced-accuracy", rows -> new LabelShares(rows).recalls(true)),
            entry("macro-recall", rows -> new LabelShares(rows).recalls(false)),
            entry("macro-precision", rows -> new LabelShares(rows).precisions(false)),
            entry("weighted-precision", rows -> new LabelShares(rows).precisions(true)),
            entry("macro-f1", rows -> new LabelShares(rows).f1s(false)),
            entry("weighted-f1", rows -> new LabelShares(rows).f1s(true)),
            entry("mcc", rows -> new LabelShares(rows).correlation()),
            entry("kappa", rows -> new LabelShares(rows).agreement()),
            entry("auc", RocCurve::influence),
            entry("average-precision", PrecisionCurve::influence));

    private LabelInfluence() {}

    private interface PerRow {
        IntToDoubleFunction of(ScoredLabels rows);
    }

    private static Influence<ScoredLabels> mean(PerRow values) {
        return rows -> Influence.ofMean(rows.size(), values.of(rows));
    }

    private static double hit(ScoredLabels rows, int row) {
        return rows.label(row) == rows.predicted(row) ? 1 : 0;
    }
}
