package io.github.mlmaven.measure.drift;

/**
 * A share of rows.
 *
 * @param count of rows that are meant
 * @param of how many rows, at least 1
 */
public record Proportion(long count, long of) {

    public Proportion {
        if (of < 1 || count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    double value() {
        return (double) count / of;
    }

    /** The lower limit of Clopper and Pearson (1934). */
    double lower(double error) {
        return count == 0 ? 0 : Beta.quantile(error, (double) count, (double) (of - count) + 1);
    }

    /** The upper limit of Clopper and Pearson. */
    double upper(double error) {
        return count == of ? 1 : Beta.quantile(1 - error, count + 1.0, (double) (of - count));
    }

    /**
     * How far a share moved: Newcombe's hybrid (1998), with the limits of Clopper and Pearson, as those of Wilson are too
     * narrow for shares near 0.
     *
     * @param error the chance that the bounds do not hold
     */
    public static Moved moved(Proportion before, Proportion now, double error) {
        double difference = now.value() - before.value();
        double side = error / 2;
        double down = root(now.value() - now.lower(side), before.upper(side) - before.value());
        double up = root(now.upper(side) - now.value(), before.value() - before.lower(side));
        double low = difference - down;
        double high = difference + up;
        return new Moved(Math.abs(difference), Math.max(low, -high), Math.max(Math.abs(low), Math.abs(high)));
    }

    private static double root(double one, double other) {
        return Math.sqrt(one * one + other * other);
    }
}
