package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.chance.Deviations;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Uncertainty;
import io.github.mlmaven.step.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Two models on the same rows, and how much their metrics differ beyond what other rows would change. The influence of a row
 * on a difference is the difference of its influences, so that what both models find hard cancels out.
 *
 * @param groups of the rows
 */
record Change(ScoredRows candidate, ScoredRows baseline, Groups groups) {

    /** A baseline of fewer errors than this from 0 has no meaningful ratio to it. */
    private static final double CLEAR = 5;

    Change pick(int[] rows) {
        return new Change(candidate.pick(rows), baseline.pick(rows), groups.pick(rows));
    }

    /** Whether both say the same of each row. */
    boolean isNone() {
        return candidate instanceof ScoredNumbers numbers
                ? isNone(numbers, (ScoredNumbers) baseline)
                : isNone((ScoredLabels) candidate, (ScoredLabels) baseline);
    }

    private static boolean isNone(ScoredNumbers one, ScoredNumbers other) {
        return IntStream.range(0, one.size()).allMatch(row -> one.prediction(row) == other.prediction(row));
    }

    private static boolean isNone(ScoredLabels one, ScoredLabels other) {
        return one.names().equals(other.names())
                && IntStream.range(0, one.size())
                        .allMatch(row -> IntStream.range(0, one.names().size())
                                .allMatch(label -> one.probability(row, label) == other.probability(row, label)));
    }

    /**
     * That of a metric; empty where the baseline's is not defined.
     *
     * @param confidence of the interval of the difference, in (0, 1)
     */
    Optional<Comparison.Change> of(AskedMetric metric, double confidence) {
        Metric measure = Metrics.code(metric);
        double before = baseline.measure(measure);
        double now = candidate.measure(measure);
        if (!Double.isFinite(before)) {
            return Optional.empty();
        }
        Optional<Uncertainty> uncertainty =
                Double.isFinite(now) ? uncertainty(metric.name(), before, now) : Optional.empty();
        return Optional.of(new Comparison.Change(
                before, uncertainty, uncertainty.map(found -> around(now - before, found, confidence))));
    }

    private static Interval around(double difference, Uncertainty uncertainty, double confidence) {
        double reach = Deviations.student(confidence, uncertainty.degrees()) * uncertainty.error();
        return new Interval(difference - reach, difference + reach);
    }

    private Optional<Uncertainty> uncertainty(String metric, double before, double now) {
        Optional<double[]> moves = Influence.moves(metric, candidate);
        Optional<double[]> movesBefore = Influence.moves(metric, baseline);
        if (moves.isEmpty() || movesBefore.isEmpty()) {
            return Optional.empty();
        }
        if (isNone()) {
            return Optional.of(new Uncertainty(0, OptionalDouble.of(0), 1));
        }
        int support = Support.of(metric, candidate, groups);
        double seen = error(1, moves.get(), -1, movesBefore.get());
        double error = error(metric, seen, support, now != before);
        if (support < Intervals.FEWEST || !Double.isFinite(error)) {
            return Optional.empty();
        }
        boolean isClear = Math.abs(before) > CLEAR * Influence.standardError(movesBefore.get(), groups)
                && Double.isFinite(now / before / before);
        double ratio = error(1 / before, moves.get(), -now / before / before, movesBefore.get());
        return Optional.of(new Uncertainty(
                error,
                isClear ? OptionalDouble.of(seen == error ? ratio : error / Math.abs(before)) : OptionalDouble.empty(),
                support - 1.0));
    }

    private double error(double factor, double[] moves, double other, double[] others) {
        return Influence.standardError(
                Influence.of(moves.length, row -> factor * moves[row] + other * others[row]), groups);
    }

    /**
     * Where hardly any row tells the models apart, shares have a spread all the same. Of right rows half a row is added to
     * those that either model alone has right: A. Agresti and Y. Min, "Simple improved confidence intervals for comparing
     * matched proportions", 2005.
     */
    private double error(String metric, double seen, int support, boolean moved) {
        if (metric.equals("accuracy") && groups.areRows()) {
            return Math.max(seen, ofRightRows());
        }
        if (seen > 0) {
            return seen;
        }
        if (Intervals.isShare(metric, candidate)) {
            return 1.0 / support;
        }
        return moved && support < Intervals.MANY ? Double.NaN : 0;
    }

    private double ofRightRows() {
        ScoredLabels now = (ScoredLabels) candidate;
        ScoredLabels before = (ScoredLabels) baseline;
        double won = 0.5;
        double lost = 0.5;
        for (int row = 0; row < now.size(); row++) {
            boolean isRight = now.predicted(row) == now.label(row);
            boolean wasRight = before.predicted(row) == before.label(row);
            won += isRight && !wasRight ? 1 : 0;
            lost += wasRight && !isRight ? 1 : 0;
        }
        double rows = now.size() + 2.0;
        return Math.sqrt(won + lost - (won - lost) * (won - lost) / rows) / rows;
    }
}
