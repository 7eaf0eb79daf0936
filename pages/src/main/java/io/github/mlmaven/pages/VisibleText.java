package io.github.mlmaven.pages;

import io.github.mlmaven.text.Excerpt;

/**
 * Text of the data as a page shows it: cut where it is long, and with characters that nobody sees, or that turn the text around
 * them, as their numbers. Escaping is the template's work.
 */
final class VisibleText {

    static final int NAME = 80;
    static final int VALUE = 160;
    private static final int BAR = 48;
    private static final int SENTENCE = 800;

    private VisibleText() {}

    /** The name of a column. */
    static String name(String name) {
        return name.isEmpty() ? "(no name)" : visible(Excerpt.of(name, NAME));
    }

    /** A value. */
    static String value(String value) {
        if (value.isEmpty()) {
            return "(empty)";
        }
        return visible(Excerpt.of(value, VALUE));
    }

    /** A value beside a bar. */
    static String bar(String value) {
        return value.isEmpty() ? "(empty)" : visible(Excerpt.of(value, BAR));
    }

    /** A sentence with values in it. */
    static String sentence(String text) {
        return visible(Excerpt.of(text, SENTENCE));
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            // Among them line breaks, marks of direction, joiners, halves of characters.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
