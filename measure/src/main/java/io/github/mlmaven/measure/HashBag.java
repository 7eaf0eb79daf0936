package io.github.mlmaven.measure;

import java.util.Arrays;

/**
 * Many hashes, eight bytes each, kept in parts by their highest bits so that each part can be looked through within a
 * processor's cache.
 */
public final class HashBag {

    private static final int PARTS = 256;
    private static final int FIRST = 64;

    private final long[][] parts = new long[PARTS][];
    private final int[] sizes = new int[PARTS];

    public void add(long hash) {
        int part = (int) (hash >>> 56);
        long[] hashes = parts[part];
        int size = sizes[part];
        if (hashes == null || size == hashes.length) {
            hashes = hashes == null ? new long[FIRST] : Arrays.copyOf(hashes, size + (size >> 1));
            parts[part] = hashes;
        }
        hashes[size] = hash;
        sizes[part] = size + 1;
    }

    public void addAll(HashBag other) {
        for (int part = 0; part < PARTS; part++) {
            for (int i = 0; i < other.sizes[part]; i++) {
                add(other.parts[part][i]);
            }
        }
    }

    /** The hashes that are there more than once. */
    public LongSet repeated() {
        LongSet repeated = new LongSet(0);
        for (int part = 0; part < PARTS; part++) {
            LongSet seen = new LongSet(sizes[part]);
            for (int i = 0; i < sizes[part]; i++) {
                if (!seen.add(parts[part][i])) {
                    repeated.add(parts[part][i]);
                }
            }
        }
        return repeated;
    }

    /** The hashes that are in another bag too. */
    public LongSet shared(HashBag other) {
        LongSet shared = new LongSet(0);
        for (int part = 0; part < PARTS; part++) {
            LongSet seen = new LongSet(sizes[part]);
            for (int i = 0; i < sizes[part]; i++) {
                seen.add(parts[part][i]);
            }
            for (int i = 0; i < other.sizes[part]; i++) {
                if (seen.contains(other.parts[part][i])) {
                    shared.add(other.parts[part][i]);
                }
            }
        }
        return shared;
    }
}
