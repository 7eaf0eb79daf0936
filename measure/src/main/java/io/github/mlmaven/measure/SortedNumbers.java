package io.github.mlmaven.measure;

/** Numbers in rising order: all that were seen, or an even sample of them. */
public final class SortedNumbers {

    private final double[] rising;
    private final long count;

    SortedNumbers(double[] rising, long count) {
        this.rising = rising;
        this.count = count;
    }

    /** How many numbers were seen. */
    public long count() {
        return count;
    }

    /** Whether these are all that were seen. */
    public boolean isExact() {
        return rising.length == count;
    }

    /**
     * The number below which a share of the numbers is, between two of them in proportion (type 7 of Hyndman and Fan 1996, as
     * {@code quantile_cont} in SQL); NaN without numbers.
     *
     * @param share from 0 to 1
     */
    public double quantile(double share) {
        if (rising.length == 0) {
            return Double.NaN;
        }
        double position = share * (rising.length - 1);
        int below = (int) Math.floor(position);
        double low = rising[below];
        double high = rising[(int) Math.ceil(position)];
        double upper = position - below;
        return low * (1 - upper) + high * upper;
    }

    /** The middle: NaN without numbers. */
    public double median() {
        return quantile(0.5);
    }
}
