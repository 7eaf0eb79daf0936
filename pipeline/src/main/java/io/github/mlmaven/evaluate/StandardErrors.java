package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much metrics would differ had other rows been tested: by the influence of each row, or by bootstrap samples where a
 * metric has no influence function.
 */
public final class StandardErrors {

    private final ScoredRows rows;

    public StandardErrors(ScoredRows rows) {
        this.rows = rows;
    }

    /** The metric of the rows; empty where it is not defined. */
    public OptionalDouble value(String metric) {
        return finite(rows.measure(Metrics.code(Catalog.builtIn().asked(metric))));
    }

    /** Its standard error; empty where the metric is not defined, or nothing can be said of one row. */
    public OptionalDouble of(String metric) {
        Metric measured = Metrics.code(Catalog.builtIn().asked(metric));
        if (!Double.isFinite(rows.measure(measured))) {
            return OptionalDouble.empty();
        }
        Optional<double[]> moves = Influence.moves(metric, rows);
        return moves.isPresent()
                ? finite(Influence.standardError(moves.get()))
                : Bootstrap.standardError(measured, rows);
    }

    /** How far its interval of 95 % reaches to the farther side; empty where there is none. */
    public OptionalDouble reach(AskedMetric metric) {
        OptionalDouble value = value(metric.name());
        Optional<Interval> interval = value.isEmpty()
                ? Optional.empty()
                : new Intervals(0.95, rows, Groups.ofRows(rows.size())).of(metric, value.getAsDouble());
        return interval.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(
                        value.getAsDouble() - interval.get().low(),
                        interval.get().high() - value.getAsDouble()));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
