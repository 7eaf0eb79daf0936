package io.github.mlmaven.measure.drift;

/**
 * How far something moved.
 *
 * @param found as it looks, with the noise of the rows
 * @param lower below which it most likely is not, at least 0
 * @param upper above which it most likely is not
 */
public record Moved(double found, double lower, double upper) {

    /** With fewer rows on a side nothing is said. */
    public static final long FEWEST_ROWS = 30;

    /** Nothing is known. */
    static final Moved UNKNOWN = new Moved(0, 0, Double.MAX_VALUE);

    public Moved {
        lower = Math.max(0, lower);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("from " + lower + " to " + upper);
        }
    }

    /**
     * Holds the movement to what is allowed.
     *
     * @param rows of the side that has fewer
     */
    public DriftVerdict verdict(double allowed, long rows) {
        if (rows < FEWEST_ROWS) {
            return DriftVerdict.INCONCLUSIVE;
        }
        if (lower > allowed) {
            return DriftVerdict.DRIFT;
        }
        return upper < allowed ? DriftVerdict.NONE : DriftVerdict.INCONCLUSIVE;
    }
}
