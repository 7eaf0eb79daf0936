package io.github.mlmaven.spec;

/** What a file says, as messages repeat it: on one line, and not too long. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    /** {@code 'abc'}; what is longer than a line ends in dots. */
    static String quoted(String text) {
        return "'" + of(text) + "'";
    }

    static String of(String text) {
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        String shown = cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "..." : text;
        return shown.replace("\r", "\\r").replace("\n", "\\n");
    }
}
