package io.github.mlmaven.report;

import io.github.mlmaven.spec.YesOrNo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a cell that is not of its type was probably meant to be, and what to do then. */
final class CellRemedy {

    private static final Set<String> ABSENT = Set.of(
            "", "na", "n/a", "n.a.", "#n/a", "nan", "null", "nil", "none", "missing", "unknown", "?", "-", "--", ".");

    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([,' _]\\d{3})+([.]\\d+)?");
    private static final Pattern GERMAN_THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([.]\\d{3})+,\\d+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");

    private static final Pattern DOTTED_DATE = Pattern.compile("\\d{1,2}[.]\\d{1,2}[.]\\d{4}.*");
    private static final Pattern SLASHED_DATE = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}.*");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final String FORMAT =
            "If the numbers of the file are written so, say it below data in model.yaml: %s; else %s";

    private CellRemedy() {}

    /**
     * What to do about a text, if it looks like something that is known.
     *
     * @param type of its column
     * @param format in which it is a value, as model.yaml has it
     */
    static Optional<String> hint(String text, String type, Optional<String> format) {
        Optional<String> absent = missing(text);
        if (absent.isPresent()) {
            return absent;
        }
        String cell = text.strip();
        if (type.equals("boolean")) {
            return YesOrNo.with(text)
                    .map(pair ->
                            ("A boolean is true, false, 1 or 0. If the column says it in other words, list them in model.yaml:"
                                            + " {type: boolean, true-values: %s, false-values: %s}; else correct the row")
                                    .formatted(
                                            yaml(List.of(like(text, pair.yes()))),
                                            yaml(List.of(like(text, pair.no())))));
        }
        if (type.equals("date") || type.equals("timestamp")) {
            return time(cell, type);
        }
        if (!type.equals("number") && !type.equals("integer")) {
            return Optional.empty();
        }
        Optional<String> number = number(cell);
        return format.map(csv -> FORMAT.formatted(
                        csv, number.map(words -> "write " + words).orElse("correct the row")))
                .or(() -> number.map(
                        words -> "Numbers have a '.' before decimals and nothing between thousands: write " + words));
    }

    /** How to write a text where nothing but the text can be changed, if it looks like something that is known. */
    static Optional<String> correction(String text, String type) {
        String cell = text.strip();
        return switch (type) {
            case "number", "integer" ->
                number(cell)
                        .map(words ->
                                "Numbers have a '.' before decimals and nothing between thousands: write " + words);
            case "boolean" -> Optional.of("Correct the row: a boolean is true, false, 1 or 0");
            case "date" -> Optional.of("Correct the row: a date is written as 2026-01-31");
            case "timestamp" -> Optional.of("Correct the row: a timestamp is written as 2026-01-31T10:00:00");
            default -> Optional.empty();
        };
    }

    /** A word in capital letters where another has them. */
    private static String like(String model, String word) {
        if (model.equals(model.toUpperCase(Locale.ROOT))) {
            return word.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(model.charAt(0))
                ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                : word;
    }

    /** Texts as a list in YAML, in quotes: other readers of YAML take some bare words for booleans. */
    static String yaml(List<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Optional<String> time(String cell, String type) {
        if (DOTTED_DATE.matcher(cell).matches()) {
            return format(cell, "'d.M.uuuu'", type);
        }
        if (SLASHED_DATE.matcher(cell).matches()) {
            return format(cell, "'d/M/uuuu' or 'M/d/uuuu'", type);
        }
        boolean day = ISO_DATE.matcher(cell).matches();
        if (type.equals("timestamp") && day) {
            return Optional.of("\"" + cell + "\" has no time of day: give the column the type date");
        }
        return type.equals("date") && !day && ISO_DATE.matcher(cell).lookingAt()
                ? Optional.of("\"" + cell + "\" has a time of day: give the column the type timestamp")
                : Optional.empty();
    }

    private static Optional<String> format(String cell, String formats, String type) {
        return Optional.of("Dates are read as 2026-01-31: for \"%s\" and its like say format: %s%s"
                .formatted(cell, formats, type.equals("date") ? "" : ", with its time of day"));
    }

    /** The number that a cell was meant to be, as it is read everywhere. */
    private static Optional<String> number(String cell) {
        if (THOUSANDS.matcher(cell).matches()) {
            String bare = cell.replaceAll("[,' _]", "");
            return Optional.of(
                    cell.matches("[+-]?\\d{1,3},\\d{3}")
                            ? "%s, or %s if the comma is the decimal point".formatted(bare, cell.replace(',', '.'))
                            : bare);
        }
        if (GERMAN_THOUSANDS.matcher(cell).matches()) {
            return Optional.of(cell.replace(".", "").replace(',', '.'));
        }
        return DECIMAL_COMMA.matcher(cell).matches() ? Optional.of(cell.replace(',', '.')) : Optional.empty();
    }

    /** What to do if a text stands for no value. */
    static Optional<String> missing(String text) {
        return isAbsent(text)
                ? Optional.of(
                        "If \"%s\" stands for no value, list it in data.missing, as in missing: ['', '%s']; else correct the row"
                                .formatted(text, text.replace("'", "''")))
                : Optional.empty();
    }

    /** The same as the end of a sentence. */
    static String orMissing(String text) {
        return isAbsent(text) ? ", or list \"" + text + "\" in data.missing" : "";
    }

    private static boolean isAbsent(String text) {
        return ABSENT.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
