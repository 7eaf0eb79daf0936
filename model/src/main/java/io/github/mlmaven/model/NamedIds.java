package io.github.mlmaven.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers that a file gives to names: those from 0, each once. Names that nobody expects take no memory. */
final class NamedIds {

    private static final int NONE = -1;

    private final Map<String, Integer> places = new HashMap<>();
    private final int[] ids;
    private final boolean[] taken;
    private final int count;
    private int known;

    /**
     * To be filled.
     *
     * @param names those that are expected, each once
     * @param count how many the file has
     */
    NamedIds(List<String> names, int count) {
        for (String name : names) {
            places.put(name, places.size());
        }
        this.ids = new int[names.size()];
        this.taken = new boolean[Math.min(count, names.size())];
        this.count = count;
        Arrays.fill(ids, NONE);
    }

    void put(String name, int id) {
        if (id < 0 || id >= count || (id < taken.length && taken[id])) {
            throw new IllegalArgumentException("the number " + id + " for '" + Quote.of(name)
                    + "', where each from 0 to before " + count + " is for one name");
        }
        if (id < taken.length) {
            taken[id] = true;
        }
        Integer place = places.get(name);
        if (place != null && ids[place] != NONE) {
            throw new IllegalArgumentException("'" + Quote.of(name) + "' a second time");
        }
        if (place != null) {
            ids[place] = id;
            known++;
        }
    }

    /** How many names the file has. */
    int count() {
        return count;
    }

    /** How many of them are expected. */
    int known() {
        return known;
    }

    /** Whether the file has the expected name of this place. */
    boolean has(int place) {
        return ids[place] != NONE;
    }

    /** The number of the expected name of this place. */
    int of(int place) {
        return ids[place];
    }
}
