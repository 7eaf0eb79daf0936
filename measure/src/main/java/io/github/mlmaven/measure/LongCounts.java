package io.github.mlmaven.measure;

/** How often each of many numbers was seen, 16 bytes for each and no object. */
public final class LongCounts {

    /** Shows a number and how often it was seen. */
    @FunctionalInterface
    public interface Each {
        void accept(long number, long count);
    }

    /** An odd number whose multiples are spread over the highest bits: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A number and its count beside it, so that both are read at once. */
    private long[] pairs;

    private int size;

    public LongCounts() {
        this(8);
    }

    /** With room for some numbers; it grows. */
    public LongCounts(int expected) {
        pairs = new long[4 * Integer.highestOneBit(Math.max(8, expected) * 2 - 1)];
    }

    public void add(long number, long count) {
        int at = place(number);
        if (pairs[at + 1] == 0) {
            pairs[at] = number;
            size++;
        }
        pairs[at + 1] += count;
        if (4 * size > pairs.length) {
            grow();
        }
    }

    public int size() {
        return size;
    }

    /** In an order that means nothing. */
    public void forEach(Each each) {
        for (int at = 0; at < pairs.length; at += 2) {
            if (pairs[at + 1] != 0) {
                each.accept(pairs[at], pairs[at + 1]);
            }
        }
    }

    private int place(long number) {
        int mask = pairs.length - 2;
        // The highest bits, as the lowest of a number's multiple are all 0 where its own are.
        int drop = Long.numberOfLeadingZeros(pairs.length) + 1;
        int at = ((int) ((number * SPREAD) >>> drop)) & mask;
        while (pairs[at + 1] != 0 && pairs[at] != number) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private void grow() {
        long[] old = pairs;
        pairs = new long[2 * old.length];
        for (int from = 0; from < old.length; from += 2) {
            if (old[from + 1] != 0) {
                int at = place(old[from]);
                pairs[at] = old[from];
                pairs[at + 1] = old[from + 1];
            }
        }
    }
}
