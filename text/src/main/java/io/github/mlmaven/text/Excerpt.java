package io.github.mlmaven.text;

/** The beginning of a text that may be too long to show. */
public final class Excerpt {

    private Excerpt() {}

    /**
     * The text, or its first characters and how many it has: {@code abc… (10,000 characters)}.
     *
     * @param most characters that are shown; none is cut in two
     */
    public static String of(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most)) + "… (" + Numbers.count(length) + " characters)";
    }
}
