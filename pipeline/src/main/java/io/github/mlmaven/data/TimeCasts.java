package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.TimeTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text becomes a date or a timestamp in the statements of a user's checks, as {@link TimeCells} read it: ISO 8601, and
 * formats of digits in UTC.
 */
final class TimeCasts {

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]{1,6}0{0,3})?)?";
    private static final String OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})";

    private static final Pattern LETTERS = Pattern.compile("'[^']*'|([a-zA-Z])\\1*|[^a-zA-Z']");
    private static final Map<String, String> DIGITS = Map.of(
            "uuuu",
            "([0-9]{4})",
            "MM",
            "([0-9]{2})",
            "M",
            "([0-9]{1,2})",
            "dd",
            "([0-9]{2})",
            "d",
            "([0-9]{1,2})",
            "HH",
            "([01][0-9]|2[0-3])",
            "H",
            "([01]?[0-9]|2[0-3])",
            "mm",
            "([0-9]{2})",
            "ss",
            "([0-9]{2})");

    private TimeCasts() {}

    /** Whether the engine reads a column as our own code does. */
    static boolean reads(TableColumn column) {
        boolean utc = column.time().zone().equals("UTC");
        return switch (column.type()) {
            case DATE -> column.time().format().isEmpty() || form(column).isPresent();
            case TIMESTAMP ->
                utc && (column.time().format().isEmpty() || form(column).isPresent());
            case NUMBER, INTEGER, CATEGORY, BOOLEAN, TEXT -> true;
        };
    }

    /** Null where the text is no time of the column, and where it cannot be {@link #reads read}. */
    static String ofText(TableColumn column, String text) {
        if (!reads(column)) {
            return "cast(null as " + column.sqlType() + ")";
        }
        if (column.time().format().isPresent()) {
            Form form = form(column).orElseThrow();
            return within("try_cast(%s as %s)".formatted(form.iso(text, column.type()), column.sqlType()), column);
        }
        return column.type() == ColumnType.DATE
                ? matched(text, DAY, within("try_cast(%s as date)".formatted(text), column))
                : iso(text, column);
    }

    private static String iso(String text, TableColumn column) {
        String local = "try_cast(%s as timestamp)".formatted(whole(text));
        String moment =
                "(try_cast(left(%1$s, strlen(%1$s) - 6) as timestamp) - try_cast(right(%1$s, 6) || ':00' as interval))";
        return "case when regexp_full_match(%1$s, %2$s) then %3$s when regexp_full_match(%1$s, %4$s) then %5$s end"
                .formatted(
                        text,
                        Sql.literal(DAY + "[T ]" + TIME + "Z?"),
                        within(local, column),
                        Sql.literal(DAY + "[T ]" + TIME + OFFSET),
                        within(moment.formatted(text), column));
    }

    /** Without a 'Z', which is UTC. */
    private static String whole(String text) {
        return "rtrim(" + text + ", 'Z')";
    }

    private static String matched(String text, String pattern, String value) {
        return "case when regexp_full_match(%s, %s) then %s end".formatted(text, Sql.literal(pattern), value);
    }

    private static String within(String value, TableColumn column) {
        return "case when %1$s >= %2$s '0001-01-01' and %1$s < %2$s '10000-01-01' then %1$s end"
                .formatted(value, column.sqlType());
    }

    private static Optional<Form> form(TableColumn column) {
        return column.time().format().flatMap(Form::of);
    }

    /**
     * A format of digits.
     *
     * @param groups by letter, from 1
     */
    private record Form(String pattern, Map<Character, Integer> groups) {

        static Optional<Form> of(String format) {
            StringBuilder pattern = new StringBuilder();
            Map<Character, Integer> groups = new LinkedHashMap<>();
            Matcher matcher = LETTERS.matcher(TimeTexts.commonEra(format));
            int end = 0;
            while (matcher.find()) {
                String piece = matcher.group();
                String digits = DIGITS.get(piece);
                boolean letter = matcher.group(1) != null;
                if (matcher.start() != end || (letter && digits == null)) {
                    return Optional.empty();
                }
                if (letter && groups.put(piece.charAt(0), groups.size() + 1) != null) {
                    return Optional.empty();
                }
                pattern.append(letter ? digits : quoted(piece));
                end = matcher.end();
            }
            return end == format.length() && groups.containsKey('u')
                    ? Optional.of(new Form(pattern.toString(), groups))
                    : Optional.empty();
        }

        private static String quoted(String piece) {
            String plain = piece.startsWith("'") ? piece.equals("''") ? "'" : piece.replace("'", "") : piece;
            return plain.replaceAll("([^a-zA-Z0-9 ])", "[$1]");
        }

        String iso(String text, ColumnType type) {
            String day = part(text, 'u') + " || '-' || " + part(text, 'M') + " || '-' || " + part(text, 'd');
            String time =
                    " || ' ' || " + part(text, 'H') + " || ':' || " + part(text, 'm') + " || ':' || " + part(text, 's');
            return "case when regexp_full_match(%s, %s) then %s end"
                    .formatted(text, Sql.literal(pattern), type == ColumnType.DATE ? day : day + time);
        }

        private String part(String text, char letter) {
            Integer group = groups.get(letter);
            return group == null
                    ? "'00'"
                    : "lpad(regexp_extract(%s, %s, %s), %s, '0')"
                            .formatted(text, Sql.literal("^" + pattern + "$"), group, letter == 'u' ? 4 : 2);
        }
    }
}
