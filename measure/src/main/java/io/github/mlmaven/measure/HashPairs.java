package io.github.mlmaven.measure;

import java.util.function.Consumer;

/** Many pairs of hashes, sixteen bytes each. */
public final class HashPairs {

    private final HashParts parts;

    /** @param store for those that are many */
    public HashPairs(LongStore store) {
        parts = new HashParts(2, store);
    }

    public void add(long first, long second) {
        parts.add(first, second);
    }

    /** Adds the pairs of another with the same store, which is not used again. */
    public void addAll(HashPairs other) {
        parts.addAll(other.parts);
    }

    /**
     * Shows all pairs, some thousands at a time.
     *
     * @param each gets pairs one after another, in no order; no first of them, as an unsigned number, is below one of those
     *     before
     */
    public void forEachPart(Consumer<long[]> each) {
        for (int part = 0; part < HashParts.COUNT; part++) {
            each.accept(parts.numbers(part));
        }
    }

    /** The first hashes that are there with more than one second. */
    LongSet ambiguous() {
        LongSet ambiguous = new LongSet(0);
        LongSet firsts = new LongSet(parts.largest());
        LongSet both = new LongSet(parts.largest());
        forEachPart(pairs -> {
            firsts.clear();
            both.clear();
            for (int i = 0; i < pairs.length; i += 2) {
                boolean known = !firsts.add(pairs[i]);
                if (both.add(Hash.combine(pairs[i], pairs[i + 1])) && known) {
                    ambiguous.add(pairs[i]);
                }
            }
        });
        return ambiguous;
    }
}
