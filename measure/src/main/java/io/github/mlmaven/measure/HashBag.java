package io.github.mlmaven.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Many hashes, eight bytes each, kept in parts by their highest bits so that each part can be looked through within a
 * processor's cache.
 */
public final class HashBag {

    private static final int PARTS = 256;
    private static final int CHUNK = 1024;

    private List<List<long[]>> parts =
            Stream.<List<long[]>>generate(ArrayList::new).limit(PARTS).toList();
    private int[] sizes = new int[PARTS];

    public void add(long hash) {
        int part = (int) (hash >>> 56);
        int at = sizes[part] % CHUNK;
        List<long[]> chunks = parts.get(part);
        if (at == 0) {
            // Chunks are never copied to larger ones.
            chunks.add(new long[CHUNK]);
        }
        chunks.get(chunks.size() - 1)[at] = hash;
        sizes[part]++;
    }

    /** Adds the hashes of another bag, which is not used again. */
    public void addAll(HashBag other) {
        if (Arrays.stream(sizes).allMatch(size -> size == 0)) {
            parts = other.parts;
            sizes = other.sizes;
            return;
        }
        for (int part = 0; part < PARTS; part++) {
            other.forEach(part, this::add);
        }
    }

    private void forEach(int part, LongConsumer each) {
        int left = sizes[part];
        for (long[] chunk : parts.get(part)) {
            for (int i = 0; i < Math.min(CHUNK, left); i++) {
                each.accept(chunk[i]);
            }
            left -= CHUNK;
        }
    }

    /** The hashes that are there more than once. */
    public LongSet repeated() {
        LongSet repeated = new LongSet(0);
        LongSet seen = new LongSet(largest());
        for (int part = 0; part < PARTS; part++) {
            seen.clear();
            forEach(part, hash -> {
                if (!seen.add(hash)) {
                    repeated.add(hash);
                }
            });
        }
        return repeated;
    }

    /** The hashes that are in another bag too. */
    public LongSet shared(HashBag other) {
        LongSet shared = new LongSet(0);
        LongSet seen = new LongSet(largest());
        for (int part = 0; part < PARTS; part++) {
            seen.clear();
            forEach(part, seen::add);
            other.forEach(part, hash -> {
                if (seen.contains(hash)) {
                    shared.add(hash);
                }
            });
        }
        return shared;
    }

    private int largest() {
        return Arrays.stream(sizes).max().orElse(0);
    }
}
