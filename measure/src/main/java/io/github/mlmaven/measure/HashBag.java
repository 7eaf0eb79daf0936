package io.github.mlmaven.measure;

/** Many hashes, eight bytes each, and which of them are there more than once. */
public final class HashBag {

    private final HashParts parts;

    /** @param store for those that are many */
    public HashBag(LongStore store) {
        parts = new HashParts(1, store);
    }

    public void add(long hash) {
        parts.add(hash);
    }

    /** Adds the hashes of another bag with the same store, which is not used again. */
    public void addAll(HashBag other) {
        parts.addAll(other.parts);
    }

    /** The hashes that are there more than once. */
    public LongSet repeated() {
        LongSet repeated = new LongSet(0);
        LongSet seen = new LongSet(parts.largest());
        for (int part = 0; part < HashParts.COUNT; part++) {
            seen.clear();
            for (long hash : parts.numbers(part)) {
                if (!seen.add(hash)) {
                    repeated.add(hash);
                }
            }
        }
        return repeated;
    }

    /** The hashes that are in another bag too. */
    public LongSet shared(HashBag other) {
        LongSet shared = new LongSet(0);
        LongSet seen = new LongSet(parts.largest());
        for (int part = 0; part < HashParts.COUNT; part++) {
            seen.clear();
            for (long hash : parts.numbers(part)) {
                seen.add(hash);
            }
            for (long hash : other.parts.numbers(part)) {
                if (seen.contains(hash)) {
                    shared.add(hash);
                }
            }
        }
        return shared;
    }
}
