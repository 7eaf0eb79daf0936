package io.github.mlmaven.api;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of the columns of a {@link Batch}, in their order. Immutable: many batches may have one. */
public final class Header {

    private final List<String> names;
    /** Open addressing, half empty: it is asked for every column of every request. */
    private final @Nullable String[] slots;

    private final int[] indexes;

    /**
     * A header.
     *
     * @param names each once
     */
    public Header(Collection<String> names) {
        this.names = List.copyOf(names);
        int size = Integer.highestOneBit(Math.max(1, names.size())) * 4;
        this.slots = new @Nullable String[size];
        this.indexes = new int[size];
        int index = 0;
        for (String name : this.names) {
            int slot = slot(name);
            if (slots[slot] != null) {
                throw new IllegalArgumentException("two columns are named '" + name + "'");
            }
            slots[slot] = name;
            indexes[slot] = index++;
        }
    }

    /** Where a name is, or would be. */
    private int slot(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        for (String found = slots[slot]; found != null && !found.equals(name); found = slots[slot]) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    public List<String> names() {
        return names;
    }

    /** The index of a column; -1 for a name that no column has. */
    public int index(String name) {
        int slot = slot(name);
        return slots[slot] == null ? -1 : indexes[slot];
    }
}
