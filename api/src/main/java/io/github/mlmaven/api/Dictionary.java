package io.github.mlmaven.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts by code, from 0 in the order in which they came. It only grows, so that what a reader computed for a code stays
 * right, also over many batches. Used by one thread at a time, unless it is {@link #fixed}.
 */
public final class Dictionary {

    /** So few texts are found faster one by one, and most batches of one row need no map at all. */
    private static final int FEW = 8;

    private final List<String> texts = new ArrayList<>(FEW);
    private final Map<String, Integer> codes = new HashMap<>(0);
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
        if (texts.size() > FEW) {
            Integer code = codes.get(text);
            return code == null ? -1 : code;
        }
        return texts.indexOf(text);
    }

    private int add(String text) {
        if (fixed) {
            throw new UnsupportedOperationException("the texts are " + texts + " for ever, '" + text + "' is another");
        }
        int code = texts.size();
        texts.add(text);
        if (texts.size() == FEW + 1) {
            texts.forEach(each -> codes.put(each, codes.size()));
        } else if (texts.size() > FEW) {
            codes.put(text, code);
        }
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
