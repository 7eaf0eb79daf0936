package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.Arguments.Reading;
import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.MetricName;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.spec.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A metric of ours that is told something. Formulas and their sources are in {@code docs/metrics.md}.
 *
 * @param binding reads what it is told
 */
record ToldMetric<R extends ScoredRows>(String name, Function<Reading, Varied<R>> binding) implements Metric {

    @Override
    public Metric told(Arguments arguments) {
        return new Bound<>(name, arguments.bind(binding));
    }

    /** One of them by the name that it has with what it is told; empty where a name is of none. */
    static <R extends ScoredRows> Optional<Varied<R>> named(String name, List<ToldMetric<R>> known) {
        MetricName parsed = MetricName.parse(name);
        return known.stream()
                .filter(metric -> !parsed.arguments().isEmpty() && metric.name().equals(parsed.base()))
                .findFirst()
                .map(metric -> Catalog.builtIn().asked(name).arguments().bind(metric.binding()));
    }

    /** How a metric varies, of those that are told something. */
    @SuppressWarnings("unchecked") // What is known of numbers is asked of numbers.
    static <R extends ScoredRows> Optional<Variation<R>> variation(String name, R rows) {
        return rows instanceof ScoredNumbers
                ? named(name, ToldNumbers.ALL).flatMap(Varied::variation).map(found -> (Variation<R>) found)
                : named(name, ToldLabels.ALL).flatMap(Varied::variation).map(found -> (Variation<R>) found);
    }

    /** Whether it is known how a metric varies. */
    static boolean isVariationKnown(String name) {
        return named(name, ToldNumbers.ALL).flatMap(Varied::variation).isPresent()
                || named(name, ToldLabels.ALL).flatMap(Varied::variation).isPresent();
    }

    private record Bound<R extends ScoredRows>(String name, Varied<R> varied) implements Metric {

        @Override
        @SuppressWarnings("unchecked") // The catalog has the tasks of each.
        public double of(ScoredNumbers rows) {
            return varied.formula().applyAsDouble((R) rows);
        }

        @Override
        @SuppressWarnings("unchecked")
        public double of(ScoredLabels rows) {
            return varied.formula().applyAsDouble((R) rows);
        }
    }
}
