package io.github.mlmaven.measure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How many rows were found, and the first of them by position with what was found there. */
public final class Found {

    private static final int SHOWN = 5;

    private final TreeMap<Long, String> first = new TreeMap<>();
    private final int shown;
    private long count;

    /** Keeps the first five. */
    public Found() {
        this(SHOWN);
    }

    /** @param shown how many are kept, at least 1 */
    public Found(int shown) {
        this.shown = shown;
    }

    /**
     * Adds a row.
     *
     * @param text is asked for only if the row is among the first
     */
    public void add(long position, Supplier<String> text) {
        count++;
        if (first.size() < shown || position < first.lastKey()) {
            first.put(position, text.get());
            trim();
        }
    }

    /** Adds the rows of another, which have other positions. */
    public void add(Found other) {
        count += other.count;
        first.putAll(other.first);
        while (first.size() > shown) {
            trim();
        }
    }

    private void trim() {
        if (first.size() > shown) {
            Map.Entry<Long, String> last = first.lastEntry();
            first.remove(last.getKey());
        }
    }

    public long count() {
        return count;
    }

    /** By position. */
    public SortedMap<Long, String> first() {
        return new TreeMap<>(first);
    }
}
