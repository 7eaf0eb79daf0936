package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.chance.Deviations;
import io.github.mlmaven.evaluate.Variation.Scale;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.step.Interval;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Where the true values of metrics probably are: had many sets of test rows been drawn as these were, the stated share of the
 * intervals would hold the value of all rows there are. Student's t over what the rows, or groups of rows, move a metric by;
 * other rules where that is known to be wrong. How often they hold it is measured in {@code CoverageTest}.
 */
final class Intervals {

    /** Of fewer units nothing is claimed. */
    static final int FEWEST = 10;

    /** Of so many equal values the next is believed to be equal too. */
    static final int MANY = 30;

    /** Shares of rows or labels, which have a spread although none was seen. */
    private static final Set<String> SHARES = Set.of(
            "balanced-accuracy",
            "macro-precision",
            "macro-recall",
            "macro-f1",
            "weighted-precision",
            "weighted-f1",
            "mcc",
            "kappa",
            "average-precision");

    private final double confidence;
    private final ScoredRows rows;
    private final Groups groups;

    /**
     * Intervals of rows.
     *
     * @param confidence in (0, 1)
     * @param groups of these rows
     */
    Intervals(double confidence, ScoredRows rows, Groups groups) {
        this.confidence = confidence;
        this.rows = rows;
        this.groups = groups;
    }

    /** Whether there are intervals of a metric, where the rows are enough. */
    static boolean areKnownOf(String metric) {
        return NumberInfluence.ALL.containsKey(metric)
                || LabelInfluence.ALL.containsKey(metric)
                || ToldMetric.isVariationKnown(metric);
    }

    /** Whether it is a share of rows or labels. */
    static boolean isShare(String metric, ScoredRows rows) {
        return scale(metric, rows) != Scale.SIZE;
    }

    private static Scale scale(String metric, ScoredRows rows) {
        Optional<Scale> told = ToldMetric.variation(metric, rows).map(Variation::scale);
        if (told.isPresent()) {
            return told.get();
        }
        return switch (metric) {
            case "accuracy" -> Scale.PROPORTION;
            case "auc" -> Scale.AREA;
            default -> SHARES.contains(metric) ? Scale.SHARE : Scale.SIZE;
        };
    }

    /**
     * The interval of a metric; empty where it is not known: of too few rows, of a maximum, of a metric of unknown influence.
     *
     * @param value of these rows, finite
     */
    Optional<Interval> of(AskedMetric metric, double value) {
        int support = Support.of(metric.name(), rows, groups);
        if (support < FEWEST) {
            return Optional.empty();
        }
        return Influence.moves(metric.name(), rows)
                .flatMap(moves -> ofMoves(metric.name(), value, moves, support))
                .map(interval -> within(interval, metric.extent()));
    }

    private Optional<Interval> ofMoves(String metric, double value, double[] moves, int support) {
        double error = Influence.standardError(moves, groups);
        if (!Double.isFinite(error)) {
            return Optional.empty();
        }
        Scale scale = scale(metric, rows);
        if (scale == Scale.PROPORTION && groups.areRows()) {
            return Optional.of(ofShare(value, support, confidence));
        }
        if (metric.equals("median-absolute-error") && groups.areRows()) {
            return Optional.of(median((ScoredNumbers) rows));
        }
        if (error == 0) {
            return unvaried(metric, value, support);
        }
        double reach = Deviations.student(confidence, support - 1.0) * error;
        return Optional.of(
                scale == Scale.AREA && value > 0 && value < 1
                        ? logit(value, reach)
                        : new Interval(value - reach, value + reach));
    }

    /**
     * Of a share of rows: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
     *
     * @param n how many rows
     */
    static Interval ofShare(double share, double n, double confidence) {
        double z = Deviations.normal(confidence);
        double weight = 1 + z * z / n;
        double middle = (share + z * z / (2 * n)) / weight;
        double reach = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / weight;
        return new Interval(middle - reach, middle + reach);
    }

    /** The order statistics that the median is between: H. A. David and H. N. Nagaraja, "Order statistics", 2003, 7.1. */
    private Interval median(ScoredNumbers scored) {
        int n = scored.size();
        double[] sorted = new double[n];
        Arrays.setAll(sorted, row -> Math.abs(scored.prediction(row) - scored.label(row)));
        Arrays.sort(sorted);
        double reach = Deviations.normal(confidence) * Math.sqrt(n) / 2;
        return new Interval(
                sorted[(int) Math.max(0, Math.floor(n / 2.0 - reach))],
                sorted[(int) Math.min(n - 1, Math.ceil(n / 2.0 + reach))]);
    }

    /** An area near 1 is as far from 1 as its logit is from infinity: M. S. Pepe, "The statistical evaluation", 2003, 5.2. */
    private static Interval logit(double area, double reach) {
        double logit = StrictMath.log(area / (1 - area));
        double far = reach / (area * (1 - area));
        return new Interval(logistic(logit - far), logistic(logit + far));
    }

    private static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /**
     * Of what no row moves. A share of which no exception was seen among n may have as many as were still likely not to be seen:
     * J. A. Hanley and A. Lippman-Hand, "If nothing goes wrong, is everything all right?", 1983.
     */
    private Optional<Interval> unvaried(String metric, double value, int support) {
        if (isShare(metric, rows)) {
            double unseen = -StrictMath.log((1 - confidence) / 2) / support;
            return Optional.of(new Interval(value - unseen, value + unseen));
        }
        return support < MANY ? Optional.empty() : Optional.of(new Interval(value, value));
    }

    private static Interval within(Interval interval, MetricDescriptor.Extent extent) {
        double min = extent.min().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
        double max = extent.max().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
        return new Interval(
                Math.min(max, Math.max(min, interval.low())), Math.min(max, Math.max(min, interval.high())));
    }
}
