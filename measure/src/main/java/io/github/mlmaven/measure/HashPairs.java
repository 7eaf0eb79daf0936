package io.github.mlmaven.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Many pairs of hashes, sixteen bytes each, kept in parts by the highest bits of the first, so that each part can be looked
 * through within a processor's cache.
 */
final class HashPairs {

    private static final int PARTS = 256;
    /** Of two places for each pair. */
    private static final int CHUNK = 1024;

    private List<List<long[]>> parts =
            Stream.<List<long[]>>generate(ArrayList::new).limit(PARTS).toList();
    private int[] sizes = new int[PARTS];

    void add(long first, long second) {
        int part = (int) (first >>> 56);
        int at = 2 * sizes[part] % CHUNK;
        List<long[]> chunks = parts.get(part);
        if (at == 0) {
            // Chunks are never copied to larger ones.
            chunks.add(new long[CHUNK]);
        }
        long[] chunk = chunks.get(chunks.size() - 1);
        chunk[at] = first;
        chunk[at + 1] = second;
        sizes[part]++;
    }

    /** Adds the pairs of another, which is not used again. */
    void addAll(HashPairs other) {
        if (Arrays.stream(sizes).allMatch(size -> size == 0)) {
            parts = other.parts;
            sizes = other.sizes;
            return;
        }
        for (int part = 0; part < PARTS; part++) {
            other.forEach(part, this::add);
        }
    }

    private interface Each {
        void pair(long first, long second);
    }

    private void forEach(int part, Each each) {
        int left = 2 * sizes[part];
        for (long[] chunk : parts.get(part)) {
            for (int i = 0; i < Math.min(CHUNK, left); i += 2) {
                each.pair(chunk[i], chunk[i + 1]);
            }
            left -= CHUNK;
        }
    }

    /** The first hashes that are there with more than one second. */
    LongSet ambiguous() {
        LongSet ambiguous = new LongSet(0);
        int largest = Arrays.stream(sizes).max().orElse(0);
        LongSet firsts = new LongSet(largest);
        LongSet pairs = new LongSet(largest);
        for (int part = 0; part < PARTS; part++) {
            firsts.clear();
            pairs.clear();
            forEach(part, (first, second) -> {
                boolean known = !firsts.add(first);
                if (pairs.add(Hash.combine(first, second)) && known) {
                    ambiguous.add(first);
                }
            });
        }
        return ambiguous;
    }
}
