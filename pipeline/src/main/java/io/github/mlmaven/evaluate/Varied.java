package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredRows;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A metric that was told what it is told.
 *
 * @param formula not finite where it is not defined
 * @param variation empty where it is not known
 */
record Varied<R extends ScoredRows>(ToDoubleFunction<R> formula, Optional<Variation<R>> variation) {

    Varied(ToDoubleFunction<R> formula, Variation<R> variation) {
        this(formula, Optional.of(variation));
    }

    /** The mean of what each row has. */
    static <R extends ScoredRows> Varied<R> mean(PerRow<R> value, Variation.Scale scale) {
        return new Varied<>(
                rows -> {
                    double sum = 0;
                    for (int row = 0; row < rows.size(); row++) {
                        sum += value.of(rows, row);
                    }
                    return sum / rows.size();
                },
                Variation.ofAll(rows -> Influence.ofMean(rows.size(), row -> value.of(rows, row)), scale));
    }

    /** What a row has. */
    @FunctionalInterface
    interface PerRow<R extends ScoredRows> {
        double of(R rows, int row);
    }
}
