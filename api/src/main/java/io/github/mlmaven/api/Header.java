package io.github.mlmaven.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the columns of a {@link Batch}, in their order. Immutable: many batches may have one. */
public final class Header {

    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * A header.
     *
     * @param names each once
     */
    public Header(Collection<String> names) {
        this.names = List.copyOf(names);
        for (String name : names) {
            if (indexes.put(name, indexes.size()) != null) {
                throw new IllegalArgumentException("two columns are named '" + name + "'");
            }
        }
    }

    public List<String> names() {
        return names;
    }

    /** The index of a column; -1 for a name that no column has. */
    public int index(String name) {
        Integer index = indexes.get(name);
        return index == null ? -1 : index;
    }
}
