package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.ScoredRows;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * How much a metric would differ had other rows been tested: its standard deviation over bootstrap samples of the rows, each
 * as large as the test, drawn with replacement. B. Efron, "Bootstrap methods: another look at the jackknife", 1979. The same
 * rows give the same digits.
 */
final class Bootstrap {

    /** Samples: an error is then known within 5 %. */
    private static final int DRAWS = 200;

    /** Of more rows, samples have as many as this; the error shrinks with the root of their number. */
    private static final int MOST_DRAWN = 20_000;

    private static final long SEED = 42;

    private Bootstrap() {}

    /** A metric's standard error; empty where it is not defined for most samples. */
    static OptionalDouble standardError(Metric metric, ScoredRows rows) {
        Random random = new Random(SEED);
        int drawn = Math.min(rows.size(), MOST_DRAWN);
        double sum = 0;
        double squares = 0;
        int defined = 0;
        int[] sample = new int[drawn];
        // Around the first value, so that no digits are lost.
        double origin = Double.NaN;
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < drawn; i++) {
                sample[i] = random.nextInt(rows.size());
            }
            double value = rows.pick(sample.clone()).measure(metric);
            if (Double.isFinite(value)) {
                origin = Double.isNaN(origin) ? value : origin;
                double distance = value - origin;
                sum += distance;
                squares += distance * distance;
                defined++;
            }
        }
        if (defined < DRAWS / 2) {
            return OptionalDouble.empty();
        }
        double variance = Math.max(0, (squares - sum * sum / defined) / (defined - 1));
        return OptionalDouble.of(Math.sqrt(variance * drawn / rows.size()));
    }
}
