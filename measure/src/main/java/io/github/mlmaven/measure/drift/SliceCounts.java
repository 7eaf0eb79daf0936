package io.github.mlmaven.measure.drift;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows by slice and column. Slices have the numbers that {@link io.github.mlmaven.api.CalendarUnit} gives them, and those
 * between the first and the last are there without rows.
 */
public final class SliceCounts {

    private final int[] widths;
    private final int most;
    private final Map<Long, Slice> slices = new HashMap<>();
    private long without;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    SliceCounts(int[] widths, int most) {
        this.widths = widths;
        this.most = most;
    }

    /** The rows of one slice. */
    static final class Slice {

        private long rows;
        private final long[] missing;
        private final long[][] counts;

        private Slice(int[] widths) {
            missing = new long[widths.length];
            counts = Arrays.stream(widths).mapToObj(long[]::new).toArray(long[][]::new);
        }

        void addRow() {
            rows++;
        }

        void addMissing(int column) {
            missing[column]++;
        }

        void add(int column, int bin) {
            counts[column][bin]++;
        }

        private void add(Slice other) {
            rows += other.rows;
            Arrays.setAll(missing, i -> missing[i] + other.missing[i]);
            for (int i = 0; i < counts.length; i++) {
                long[] own = counts[i];
                long[] more = other.counts[i];
                Arrays.setAll(own, bin -> own[bin] + more[bin]);
            }
        }
    }

    void addWithout() {
        without++;
    }

    /** The slice of a number; null where there are too many, whatever the order in which they came. */
    @Nullable
    Slice slice(long number) {
        first = Math.min(first, number);
        last = Math.max(last, number);
        if (isTooMany()) {
            slices.clear();
            return null;
        }
        return slices.computeIfAbsent(number, none -> new Slice(widths));
    }

    void add(SliceCounts other) {
        without += other.without;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        if (isTooMany()) {
            slices.clear();
        } else {
            other.slices.forEach((number, slice) ->
                    slices.computeIfAbsent(number, none -> new Slice(widths)).add(slice));
        }
    }

    /** How many rows have no time. */
    public long without() {
        return without;
    }

    /** Whether no row has a time. */
    public boolean isEmpty() {
        return first > last;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    /** How many slices there are from the first to the last. */
    public long size() {
        return isEmpty() ? 0 : last - first + 1;
    }

    /** Whether there are more than are counted: then nothing is. */
    public boolean isTooMany() {
        return size() > most;
    }

    /** The rows of a slice. */
    public long rows(long number) {
        Slice slice = slices.get(number);
        return slice == null ? 0 : slice.rows;
    }

    /** The rows of a slice in which a column has no value. */
    public long missing(long number, int column) {
        Slice slice = slices.get(number);
        return slice == null ? 0 : slice.missing[column];
    }

    /** The rows of a slice by a column's bins, or by its names and last those with another value. */
    public long[] counts(long number, int column) {
        Slice slice = slices.get(number);
        return slice == null ? new long[widths[column]] : slice.counts[column].clone();
    }
}
