package io.github.mlmaven.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as YAML, plain where that is safe, within brackets too. */
final class YamlText {

    private static final Pattern WORDS = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    /** Begins and ends with a letter that is no space, so that a block keeps it as it is. */
    private static final Pattern BLOCK = Pattern.compile("(?s)\\S(.*\\S)?");

    private static final List<String> NOTHING = List.of("null", "~");
    private static final int LONGEST_NUMBER = 25;

    private YamlText() {}

    /** A text: plain, or in double quotes with everything escaped that YAML, or an eye, could take for something else. */
    static String of(String text) {
        boolean plain = WORDS.matcher(text).matches() || NUMBER.matcher(text).matches();
        return plain && !NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    static String list(Collection<String> texts) {
        return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    static String of(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return plain.length() > LONGEST_NUMBER ? number.stripTrailingZeros().toString() : plain;
    }

    /**
     * A text as the lines of a block, which needs nothing escaped; one that no block can have on one line.
     *
     * @param key what stands before it, with its indent
     */
    static List<String> block(String key, String text) {
        boolean fits = text.indexOf('\r') < 0
                && BLOCK.matcher(text).matches()
                && text.lines().noneMatch(YamlText::isUnsafe);
        if (!fits) {
            return List.of(key + of(text));
        }
        String indent = " ".repeat(key.indexOf(key.strip()) + 2);
        List<String> lines = new ArrayList<>(List.of(key + "|-"));
        text.lines().forEach(line -> lines.add(line.isEmpty() ? "" : indent + line));
        return lines;
    }

    /** Whether a line would be read otherwise than it is, or show otherwise. */
    private static boolean isUnsafe(String line) {
        return line.codePoints()
                .anyMatch(point -> !comment(Character.toString(point)).equals(Character.toString(point))
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.PRIVATE_USE);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> append(quoted, point);
            }
        });
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int point) {
        boolean sign = Character.getType(point) == Character.CURRENCY_SYMBOL || point == '°' || point == 'µ';
        if (Character.isLetterOrDigit(point) || sign || (point >= ' ' && point < 0x7F)) {
            quoted.appendCodePoint(point);
        } else {
            quoted.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
        }
    }

    /** A text in a comment: on one line. */
    static String comment(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.LINE_SEPARATOR
                                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(point) == Character.UNASSIGNED
                                || Character.getType(point) == Character.SURROGATE
                        ? ' '
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
