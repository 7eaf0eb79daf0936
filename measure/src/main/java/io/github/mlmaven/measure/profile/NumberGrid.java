package io.github.mlmaven.measure.profile;

import io.github.mlmaven.measure.LongCounts;
import java.util.Arrays;

/**
 * How many numbers are in each cell of a grid. Cells are doubles whose lowest bits are not told apart: none at first, so that
 * each number has a cell of its own, and one more whenever there are more cells than a bound. A cell of a coarser grid is made
 * of whole cells of a finer one, and so the grid is the finest that keeps the bound, whatever the order of the numbers.
 */
final class NumberGrid {

    /** The bits of a double's fraction; its sign and exponent are always told apart. */
    private static final int FRACTION = 52;

    private final int most;
    private int coarse;
    private LongCounts cells = new LongCounts();
    /**
     * Counts of the cells of a coarse grid, which lie close together: found without a search. Those of the magnitudes from
     * {@link #lowest} on, each for positive numbers and then for negative ones; {@link #cells} has all others.
     */
    private long[] near = new long[0];

    private long lowest;
    private int nearSize;

    /** @param most cells, exceeded only by numbers of more different exponents */
    NumberGrid(int most) {
        this.most = most;
    }

    /** Adds a number that is finite and not -0. */
    void add(double number) {
        add(rank(number) >> coarse, 1);
    }

    /** Whether each number has a cell of its own. */
    boolean isExact() {
        return coarse == 0;
    }

    int size() {
        return cells.size() + nearSize;
    }

    void forEach(LongCounts.Each each) {
        for (int at = 0; at < near.length; at++) {
            if (near[at] != 0) {
                each.accept((lowest + (at >> 1)) ^ -(at & 1), near[at]);
            }
        }
        cells.forEach(each);
    }

    private void add(long cell, long count) {
        put(cell, count);
        if (size() > most && coarse < FRACTION) {
            coarsen(coarseEnough());
        }
    }

    private void put(long cell, long count) {
        long at = 2 * (magnitude(cell) - lowest);
        if (at < 0 || at >= near.length) {
            cells.add(cell, count);
            return;
        }
        // Without a condition, as signs cannot be foretold.
        int place = (int) (at - (cell >> 63));
        if (near[place] == 0) {
            nearSize++;
        }
        near[place] += count;
    }

    /** The cell of a number's opposite has the same. */
    private static long magnitude(long cell) {
        return cell ^ (cell >> 63);
    }

    /** The least that keeps the bound, without a look at each grid in between. */
    private int coarseEnough() {
        long[] rising = new long[size()];
        int[] filled = {0};
        forEach((cell, count) -> rising[filled[0]++] = cell);
        Arrays.sort(rising);
        // Neighbours become one cell with the highest bit in which they differ.
        int[] joined = new int[Long.SIZE + 1];
        for (int i = 1; i < rising.length; i++) {
            joined[Long.SIZE - Long.numberOfLeadingZeros(rising[i - 1] ^ rising[i])]++;
        }
        int more = 0;
        for (int left = rising.length; left > most && coarse + more < FRACTION; left -= joined[more]) {
            more++;
        }
        return coarse + more;
    }

    private void coarsen(int to) {
        int more = to - coarse;
        if (more > 0) {
            LongCounts fewer = new LongCounts(most);
            forEach((cell, count) -> fewer.add(cell >> more, count));
            coarse = to;
            spread(fewer);
        }
    }

    /** Takes in all cells anew. */
    private void spread(LongCounts all) {
        long[] range = {Long.MAX_VALUE, 0};
        all.forEach((cell, count) -> {
            range[0] = Math.min(range[0], magnitude(cell));
            range[1] = Math.max(range[1], magnitude(cell));
        });
        // Numbers near zero have many exponents, and are few.
        lowest = Math.max(range[0], range[1] - 2L * most);
        near = new long[all.size() == 0 ? 0 : 2 * (int) (range[1] - lowest + 1)];
        nearSize = 0;
        cells = new LongCounts();
        all.forEach(this::put);
    }

    /** Adds the numbers of another grid, which stays as it is. */
    void add(NumberGrid other) {
        coarsen(other.coarse);
        other.forEach((cell, count) -> add(cell << other.coarse >> coarse, count));
    }

    /** What was counted, by rising cell. */
    Distribution distribution(double max) {
        long[][] rising = new long[size()][];
        int[] filled = {0};
        forEach((cell, count) -> rising[filled[0]++] = new long[] {cell, count});
        Arrays.sort(rising, (one, other) -> Long.compare(one[0], other[0]));
        double[] lowest = new double[rising.length];
        long[] counts = new long[rising.length];
        for (int i = 0; i < rising.length; i++) {
            lowest[i] = number(rising[i][0] << coarse);
            counts[i] = rising[i][1];
        }
        return new Distribution(lowest, counts, max, coarse == 0 ? 0 : StrictMath.scalb(1.0, coarse - FRACTION));
    }

    /** Doubles in their order, as whole numbers. */
    static long rank(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    static double number(long rank) {
        double number = Double.longBitsToDouble(rank ^ (rank >> 63 & Long.MAX_VALUE));
        return Double.isFinite(number) ? number : -Double.MAX_VALUE;
    }
}
