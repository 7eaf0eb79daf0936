package io.github.mlmaven.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts by code, from 0 in the order in which they came. It only grows, so that what a reader computed for a code stays
 * right, also over many batches. Used by one thread at a time.
 */
public final class Dictionary {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** A dictionary that begins with some texts. */
    public static Dictionary of(Iterable<String> texts) {
        Dictionary dictionary = new Dictionary();
        texts.forEach(dictionary::code);
        return dictionary;
    }

    /** The code of a text, which is added if it is new. */
    public int code(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        int code = texts.size();
        codes.put(text, code);
        texts.add(text);
        return code;
    }

    /** The text of a code. */
    public String text(int code) {
        return texts.get(code);
    }

    /** How many texts it has. */
    public int size() {
        return texts.size();
    }
}
