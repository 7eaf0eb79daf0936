package io.github.mlmaven.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Texts by code, from 0 in the order in which they came. It only grows, so that what a reader computed for a code stays
 * right, also over many batches. Used by one thread at a time, unless it is {@link #fixed}.
 */
public final class Dictionary {

    /** So few texts are found faster one by one, and most batches of one row need no map at all. */
    private static final int FEW = 8;

    private String[] texts = new String[2];
    private int size;
    private @Nullable Map<String, Integer> codes;
    private boolean fixed;

    /** A dictionary that begins with some texts. */
    public static Dictionary of(Iterable<String> texts) {
        Dictionary dictionary = new Dictionary();
        texts.forEach(dictionary::code);
        return dictionary;
    }

    /** A dictionary of these texts for ever, which many threads may use. */
    public static Dictionary fixed(Iterable<String> texts) {
        Dictionary dictionary = of(texts);
        dictionary.fixed = true;
        return dictionary;
    }

    /**
     * The code of a text, which is added if it is new.
     *
     * @throws UnsupportedOperationException if it is new and the dictionary fixed
     */
    public int code(String text) {
        int known = find(text);
        return known >= 0 ? known : add(text);
    }

    private int find(String text) {
        if (codes != null) {
            return codes.getOrDefault(text, -1);
        }
        for (int code = 0; code < size; code++) {
            if (texts[code].equals(text)) {
                return code;
            }
        }
        return -1;
    }

    private int add(String text) {
        if (fixed) {
            throw new UnsupportedOperationException("a fixed dictionary does not have the text '" + text + "'");
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, 2 * size);
        }
        texts[size] = text;
        if (codes != null) {
            codes.put(text, size);
        } else if (size == FEW) {
            codes = new HashMap<>();
            for (int code = 0; code <= size; code++) {
                codes.put(texts[code], code);
            }
        }
        return size++;
    }

    /** The text of a code. */
    public String text(int code) {
        return texts[Objects.checkIndex(code, size)];
    }

    /** How many texts it has. */
    public int size() {
        return size;
    }
}
