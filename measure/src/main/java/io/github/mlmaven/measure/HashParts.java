package io.github.mlmaven.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Many hashes of one width, eight bytes for each of its numbers, in parts by the highest bits of the first, so that each part
 * can be looked through within a processor's cache. Full chunks go to a store.
 */
final class HashParts {

    /** In the unsigned order of their hashes. */
    static final int COUNT = 256;

    /** Of an even number of places. */
    private static final int CHUNK = 1024;

    private final int width;
    private final LongStore store;
    private final List<List<Supplier<long[]>>> full =
            Stream.<List<Supplier<long[]>>>generate(ArrayList::new).limit(COUNT).toList();
    private final long[][] open = new long[COUNT][0];
    private final int[] filled = new int[COUNT];

    /**
     * None yet.
     *
     * @param width numbers of a hash, 1 or 2
     */
    HashParts(int width, LongStore store) {
        this.width = width;
        this.store = store;
    }

    /** Of width 1. */
    void add(long hash) {
        int part = (int) (hash >>> 56);
        place(part)[filled[part]++] = hash;
    }

    /** Of width 2. */
    void add(long first, long second) {
        int part = (int) (first >>> 56);
        long[] chunk = place(part);
        chunk[filled[part]++] = first;
        chunk[filled[part]++] = second;
    }

    /** The chunk of a part that has room for one more. */
    private long[] place(int part) {
        if (filled[part] == open[part].length) {
            if (filled[part] > 0) {
                full.get(part).add(store.keep(open[part]));
            }
            // Chunks are never copied to larger ones.
            open[part] = new long[CHUNK];
            filled[part] = 0;
        }
        return open[part];
    }

    /** Adds the hashes of another of this width and store, which is not used again. */
    void addAll(HashParts other) {
        for (int part = 0; part < COUNT; part++) {
            full.get(part).addAll(other.full.get(part));
            for (int i = 0; i < other.filled[part]; i += width) {
                long[] chunk = place(part);
                System.arraycopy(other.open[part], i, chunk, filled[part], width);
                filled[part] += width;
            }
        }
    }

    /** How many hashes a part has. */
    int size(int part) {
        return Math.toIntExact(((long) full.get(part).size() * CHUNK + filled[part]) / width);
    }

    /** How many the largest part has. */
    int largest() {
        int largest = 0;
        for (int part = 0; part < COUNT; part++) {
            largest = Math.max(largest, size(part));
        }
        return largest;
    }

    /** All numbers of a part, hash by hash. */
    long[] numbers(int part) {
        long[] numbers = new long[size(part) * width];
        System.arraycopy(open[part], 0, numbers, numbers.length - filled[part], filled[part]);
        int at = 0;
        for (Supplier<long[]> chunk : full.get(part)) {
            System.arraycopy(chunk.get(), 0, numbers, at, CHUNK);
            at += CHUNK;
        }
        return numbers;
    }
}
