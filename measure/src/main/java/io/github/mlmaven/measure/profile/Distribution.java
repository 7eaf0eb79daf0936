package io.github.mlmaven.measure.profile;

import java.util.Arrays;

/**
 * How numbers are spread: how many of them are in each of some cells.
 *
 * <p>Counts below the lowest number of a cell are exact. Where a cell has more than one number, those between its ends are
 * taken to be spread evenly: a quantile is off by less than the width of a cell.
 */
public final class Distribution {

    private final double[] lowest;
    /** How many numbers are in the cells before. */
    private final long[] before;

    private final double max;
    private final double width;

    /**
     * A distribution.
     *
     * @param lowest a number of each cell that none of the cell is below, rising
     * @param counts how many numbers each cell has, at least one
     * @param max the greatest number
     * @param width of a cell relative to its numbers; 0 where each has but one
     */
    Distribution(double[] lowest, long[] counts, double max, double width) {
        this.lowest = lowest;
        this.before = new long[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            before[i + 1] = before[i] + counts[i];
        }
        this.max = max;
        this.width = width;
    }

    /** How many numbers there are. */
    public long count() {
        return before[lowest.length];
    }

    /** By how much a quantile can be off, relative to it; 0 where all are exact. */
    public double width() {
        return width;
    }

    public boolean isExact() {
        return width == 0;
    }

    int cells() {
        return lowest.length;
    }

    double lowest(int cell) {
        return lowest[cell];
    }

    long count(int cell) {
        return before[cell + 1] - before[cell];
    }

    /**
     * The number below which a share of the numbers is, between two of them in proportion (type 7 of Hyndman and Fan 1996, as
     * {@code quantile_cont} in SQL); NaN without numbers.
     */
    public double quantile(double share) {
        if (count() == 0) {
            return Double.NaN;
        }
        double position = share * (count() - 1);
        long below = (long) StrictMath.floor(position);
        double upper = position - below;
        double low = at(below);
        return upper == 0 ? low : low * (1 - upper) + at(below + 1) * upper;
    }

    /** The number of a rank, from 0. */
    private double at(long rank) {
        int cell = Arrays.binarySearch(before, rank);
        // Of equal bounds there is none: each cell has a number.
        int of = cell >= 0 ? cell : -cell - 2;
        if (width == 0) {
            return lowest[of];
        }
        double high = of + 1 < lowest.length ? Math.min(upper(of), lowest[of + 1]) : max;
        double within = (rank - before[of] + 0.5) / count(of);
        return Math.min(max, lowest[of] + (Math.min(high, max) - lowest[of]) * within);
    }

    private double upper(int cell) {
        double low = lowest[cell];
        // The cells of negative numbers begin at the end that is farther from zero.
        return low + Math.abs(low) * width;
    }

    /** How many numbers are below the lowest number of the first cell that does not begin below a number. */
    long below(double edge) {
        return before[cell(edge)];
    }

    /** The first cell that does not begin below a number; the number of cells where there is none. */
    private int cell(double edge) {
        int found = Arrays.binarySearch(lowest, edge);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Bins of nearly equal width from the least number to the greatest, whose edges between are lowest numbers of cells, so
     * that counts are exact.
     */
    public Bins histogram(double min, int bins) {
        if (count() == 0) {
            return Bins.NONE;
        }
        double[] edges = new double[bins + 1];
        int size = 0;
        edges[size++] = min;
        for (int bin = 1; bin < bins; bin++) {
            double share = (double) bin / bins;
            int cell = cell(min * (1 - share) + max * share);
            if (cell < lowest.length && lowest[cell] > edges[size - 1] && lowest[cell] < max) {
                edges[size++] = lowest[cell];
            }
        }
        double[] inner = Arrays.copyOfRange(edges, 1, size);
        edges[size++] = max;
        return new Bins(Arrays.copyOf(edges, size), counts(inner));
    }

    /**
     * Bins whose edges, lowest numbers of cells, are the nearest that there are to the given shares. A number is in the bin
     * behind all edges that are not above it.
     *
     * @param shares rising, between 0 and 1
     */
    public Bins bins(double... shares) {
        double[] edges = new double[shares.length];
        int size = 0;
        for (double share : shares) {
            int cell = nearest(share * count());
            if (cell > 0 && cell < lowest.length && (size == 0 || lowest[cell] > edges[size - 1])) {
                edges[size++] = lowest[cell];
            }
        }
        double[] inner = Arrays.copyOf(edges, size);
        return new Bins(inner, counts(inner));
    }

    private int nearest(double rows) {
        int cell = Arrays.binarySearch(before, (long) StrictMath.floor(rows));
        int at = cell >= 0 ? cell : -cell - 2;
        return at < lowest.length && before[at + 1] - rows < rows - before[at] ? at + 1 : at;
    }

    private long[] counts(double[] inner) {
        long[] counts = new long[inner.length + 1];
        long passed = 0;
        for (int i = 0; i < inner.length; i++) {
            long below = below(inner[i]);
            counts[i] = below - passed;
            passed = below;
        }
        counts[inner.length] = count() - passed;
        return counts;
    }
}
