package io.github.mlmaven.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * What a file says, as messages repeat it: on one line, not too long, and without characters that a console obeys instead of
 * showing them. All that messages show of files passes here.
 */
public final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    /** {@code 'abc'}; what is longer than a line ends in dots. */
    public static String quoted(String text) {
        return "'" + of(text) + "'";
    }

    /** The same without quotes. */
    public static String of(String text) {
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return whole(cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "..." : text);
    }

    /** The same however long it is. */
    public static String whole(String text) {
        return escaped(text, Shown::isObeyed);
    }

    /** A message of several lines, which may show what did not pass here: its line breaks and tabs stay. */
    public static String lines(String message) {
        return escaped(message, point -> point != '\n' && point != '\t' && isObeyed(point));
    }

    private static String escaped(String text, IntPredicate obeyed) {
        if (text.codePoints().noneMatch(obeyed)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (obeyed.test(point)) {
                shown.append(escaped(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** Line ends, what moves a cursor or colours a terminal, what turns the direction of letters, and half a letter. */
    private static boolean isObeyed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
            default -> false;
        };
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", point);
        };
    }
}
