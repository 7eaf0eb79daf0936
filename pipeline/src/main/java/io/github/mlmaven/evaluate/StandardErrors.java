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
public final class StandardErrors {

    /** Samples: an error is then known within 5 %. */
    public static final int DRAWS = 200;

    /** Of more rows, samples have as many as this; the error shrinks with the root of their number. */
    static final int MOST_DRAWN = 20_000;

    private static final long SEED = 42;

    private final ScoredRows rows;

    public StandardErrors(ScoredRows rows) {
        this.rows = rows;
    }

    /** The metric of the rows. */
    public OptionalDouble value(String metric) {
        return finite(rows.measure(Metrics.known().named(metric)));
    }

    /** Its standard error; empty where it is not defined for most samples. */
    public OptionalDouble of(String metric) {
        Metric measured = Metrics.known().named(metric);
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
            OptionalDouble value = finite(rows.pick(sample.clone()).measure(measured));
            if (value.isPresent()) {
                origin = Double.isNaN(origin) ? value.getAsDouble() : origin;
                double distance = value.getAsDouble() - origin;
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

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
