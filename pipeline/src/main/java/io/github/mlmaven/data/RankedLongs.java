package io.github.mlmaven.data;

import io.github.mlmaven.measure.LongStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Many numbers, of which a store keeps full chunks, and which of them is at a place in their order. */
final class RankedLongs {

    /** Numbers of a chunk. */
    static final int CHUNK = 1 << 10;

    /** So many bits of a number are found out in one pass over all. */
    private static final int BITS = 16;

    private final LongStore store;
    private final List<Supplier<long[]>> full = new ArrayList<>();
    private long[] open = new long[CHUNK];
    private int filled;

    /** @param store for those that are many */
    RankedLongs(LongStore store) {
        this.store = store;
    }

    void add(long number) {
        open[filled++] = number;
        if (filled == CHUNK) {
            full.add(store.keep(open));
            open = new long[CHUNK];
            filled = 0;
        }
    }

    long size() {
        return (long) full.size() * CHUNK + filled;
    }

    /** Forgets those that were added last; none if there are no more than are to stay. */
    void truncate(long to) {
        if (to >= size()) {
            return;
        }
        int chunk = (int) (to / CHUNK);
        if (chunk < full.size()) {
            // What a store keeps does not change.
            open = full.get(chunk).get().clone();
            full.subList(chunk, full.size()).clear();
        }
        filled = (int) (to % CHUNK);
    }

    /** How many are less than a bound. */
    long below(long bound) {
        long[] less = {0};
        forEach(number -> less[0] += number < bound ? 1 : 0);
        return less[0];
    }

    /**
     * The number before which there are so many in rising order.
     *
     * @param before less than the size
     */
    long at(long before) {
        if (full.isEmpty()) {
            long[] rising = Arrays.copyOf(open, filled);
            Arrays.sort(rising);
            return rising[(int) before];
        }
        long found = 0;
        long left = before;
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            long[] counts = counts(found, shift);
            int digit = 0;
            while (left >= counts[digit]) {
                left -= counts[digit++];
            }
            found |= (long) digit << shift;
        }
        return found ^ Long.MIN_VALUE;
    }

    /**
     * How many there are by their bits from a shift on, of those whose higher bits are known.
     *
     * @param known the highest bits of the number, whose sign is turned so that negative ones come first
     */
    private long[] counts(long known, int shift) {
        // A shift by all 64 bits would be none.
        long higher = shift + BITS == Long.SIZE ? 0 : -1L << (shift + BITS);
        long[] counts = new long[1 << BITS];
        forEach(number -> {
            long rank = number ^ Long.MIN_VALUE;
            if (((rank ^ known) & higher) == 0) {
                counts[(int) (rank >>> shift) & ((1 << BITS) - 1)]++;
            }
        });
        return counts;
    }

    private void forEach(LongConsumer each) {
        for (Supplier<long[]> chunk : full) {
            for (long number : chunk.get()) {
                each.accept(number);
            }
        }
        for (int i = 0; i < filled; i++) {
            each.accept(open[i]);
        }
    }
}
