package io.github.mlmaven.measure.drift;

/** Values that were not there before. */
public final class NewValues {

    private NewValues() {}

    /**
     * The share of rows whose value did not occur before, beyond those that rare values of the same distribution account for:
     * as many as the values that occurred once say (Good 1953), with the bound of Esty (1983).
     *
     * @param now rows with such a value, of those that have one
     * @param before rows that had a value
     * @param once values that a single row had
     * @param twice values that two rows had
     * @param error the chance that the bounds do not hold
     */
    public static Moved moved(Proportion now, long before, long once, long twice, double error) {
        double z = Normal.quantile(1 - error / 2);
        double rare = (once + z * Math.sqrt(once + 2.0 * twice) + z * z / 2) / before;
        return new Moved(now.value(), now.lower(error / 2) - rare, now.upper(error / 2));
    }
}
