package io.github.mlmaven.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of values in a list: the one way from a category, or a label, to its index. Safe for use by many threads.
 *
 * <p>Texts are looked up once for each code of a dictionary, and remembered for the dictionary that was seen last.
 */
public final class Categories {

    /** The value is not in the list. */
    public static final int UNKNOWN = -1;

    /** There is no value. */
    public static final int MISSING = -2;

    /** So few texts are looked up faster than another thread's memory is asked. */
    private static final int FEW = 16;

    private static final int[] NONE = {};

    private final List<String> values;
    private final Map<String, Integer> places = new HashMap<>();
    private volatile Remembered last = new Remembered(new WeakReference<>(null), NONE);

    /** The places of a dictionary's codes; texts that it took in since are not among them. */
    private static final class Remembered {

        private final WeakReference<Dictionary> dictionary;
        private final int[] places;

        Remembered(WeakReference<Dictionary> dictionary, int[] places) {
            this.dictionary = dictionary;
            this.places = places;
        }
    }

    /**
     * Values in their order.
     *
     * @throws IllegalArgumentException if one is listed twice
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Categories(List<String> values) {
        this.values = List.copyOf(values);
        for (String value : values) {
            if (places.put(value, places.size()) != null) {
                throw new IllegalArgumentException("a category is listed twice");
            }
        }
    }

    /** The values of a column, which a message names. */
    static Categories of(String column, List<String> values) {
        try {
            return new Categories(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column " + column + ": " + e.getMessage(), e);
        }
    }

    @JsonValue
    public List<String> values() {
        return values;
    }

    /** The place of a value from 0, or {@link #UNKNOWN}. */
    public int place(String value) {
        return places.getOrDefault(value, UNKNOWN);
    }

    /**
     * The places of a column's values.
     *
     * @param from the first row
     * @param to the row after the last
     * @return for each row a place from 0, {@link #UNKNOWN} or {@link #MISSING}
     */
    public int[] places(Column column, int from, int to) {
        int[] found = new int[to - from];
        if (column instanceof Column.Texts texts) {
            int[] codes = texts.codes();
            int[] byCode = places(texts.dictionary());
            for (int i = 0; i < found.length; i++) {
                int code = codes[from + i];
                found[i] = code == Column.Texts.MISSING ? MISSING : byCode[code];
            }
        } else {
            for (int i = 0; i < found.length; i++) {
                found[i] = column.isMissing(from + i) ? MISSING : place(column.text(from + i));
            }
        }
        return found;
    }

    private int[] places(Dictionary dictionary) {
        int size = dictionary.size();
        Remembered known = last;
        boolean same = size > FEW && known.dictionary.get() == dictionary;
        if (same && known.places.length >= size) {
            return known.places;
        }
        int[] grown = Arrays.copyOf(same ? known.places : NONE, size);
        for (int code = same ? known.places.length : 0; code < size; code++) {
            grown[code] = place(dictionary.text(code));
        }
        if (size > FEW) {
            last = new Remembered(new WeakReference<>(dictionary), grown);
        }
        return grown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Categories categories && values.equals(categories.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
