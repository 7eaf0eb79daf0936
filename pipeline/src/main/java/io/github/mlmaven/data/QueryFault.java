package io.github.mlmaven.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the engine says of a query that it cannot evaluate: the core of it as a phrase, with the place in the query where it
 * tells one, and without its list of functions, its copy of the query and its marks.
 *
 * @param reason without an end
 * @param ofTime whether a text stands where the query takes a date or a timestamp
 */
record QueryFault(String reason, Kind kind, boolean ofTime) {

    private static final Pattern TIME = Pattern.compile("\\b(DATE|TIMESTAMP)\\b|expected format is \\(YYYY-MM-DD");

    private static final Pattern LINE = Pattern.compile("LINE (\\d+): (.*)");
    private static final Pattern OF_TIMES = Pattern.compile("\\b(DATE|TIME|TIMESTAMP|INTERVAL)\\b");
    private static final String CUT = "...";

    /** What it is about. */
    enum Kind {
        /** The text of the query. */
        FORM,
        /** The names and types in it. */
        NAMES,
        /** A value of the data. */
        VALUES
    }

    /**
     * Of a query that is no SQL.
     *
     * @param position of its bytes, where the engine tells one
     */
    static QueryFault ofForm(String message, String sql, OptionalInt position) {
        String reason = core(message);
        if (position.isEmpty()) {
            return new QueryFault(reason, Kind.FORM, false);
        }
        byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
        String before = new String(bytes, 0, Math.min(bytes.length, position.getAsInt()), StandardCharsets.UTF_8);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        String last = before.substring(before.lastIndexOf('\n') + 1);
        return new QueryFault(reason + at(line, OptionalInt.of(column(last))), Kind.FORM, false);
    }

    /**
     * Of a query that is bound.
     *
     * @param asked what the engine was asked
     * @param prefix of that, before the query
     */
    static QueryFault ofNames(String message, String asked, String prefix) {
        List<String> lines = message.lines().toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher matcher = LINE.matcher(lines.get(i));
            if (matcher.matches() && lines.get(i + 1).contains("^")) {
                int line = Integer.parseInt(matcher.group(1));
                int mark = lines.get(i + 1).indexOf('^') - matcher.start(2);
                return new QueryFault(
                        core(message) + at(line, column(asked, prefix, line, matcher.group(2), mark)),
                        Kind.NAMES,
                        isOfTime(message));
            }
        }
        return new QueryFault(core(message), Kind.NAMES, isOfTime(message));
    }

    /** Of a query that failed at a value. */
    static QueryFault ofValues(String message) {
        return new QueryFault(core(message), Kind.VALUES, TIME.matcher(message).find());
    }

    /** Of a text: the engine names the other type beside it, or lists functions, all of them of times. */
    private static boolean isOfTime(String message) {
        List<String> functions =
                message.lines().filter(line -> line.contains(" -> ")).toList();
        return core(message).contains("VARCHAR")
                && (TIME.matcher(core(message)).find()
                        || (!functions.isEmpty()
                                && functions.stream()
                                        .allMatch(line -> OF_TIMES.matcher(line).find())));
    }

    /** The engine shows a piece of a long line: where it stands in the whole one tells the column, if it stands there once. */
    private static OptionalInt column(String asked, String prefix, int line, String shown, int mark) {
        List<String> lines = asked.lines().toList();
        boolean cut = shown.startsWith(CUT);
        int begin = cut ? CUT.length() : 0;
        String piece = shown.substring(begin, shown.endsWith(CUT) ? shown.length() - CUT.length() : shown.length());
        String whole = line > lines.size() ? "" : lines.get(line - 1);
        int found = whole.indexOf(piece);
        if (found < 0 || found != whole.lastIndexOf(piece) || mark < begin) {
            return OptionalInt.empty();
        }
        int at = found + mark - begin;
        int ours = line == 1 ? prefix.length() : 0;
        return at < ours || at > whole.length()
                ? OptionalInt.empty()
                : OptionalInt.of(column(whole.substring(ours, at)));
    }

    private static int column(String before) {
        return before.codePointCount(0, before.length()) + 1;
    }

    private static String at(int line, OptionalInt column) {
        return ", in line " + line + (column.isPresent() ? ", column " + column.getAsInt() : "") + " of the query";
    }

    private static String core(String message) {
        return message.lines()
                .takeWhile(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith("LINE "))
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .replaceAll("[.!]+$", "");
    }
}
