package io.github.mlmaven.measure;

import java.util.Comparator;

/** The order of texts by their code points, which is also that of their UTF-8 bytes; {@link String}'s own is another. */
public final class CodePoints {

    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean different = Character.isSurrogate(x) != Character.isSurrogate(y);
                // A surrogate is half of a code point beyond all others.
                return different ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y)) : x - y;
            }
        }
        return a.length() - b.length();
    }
}
