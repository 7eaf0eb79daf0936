package io.github.mlmaven.spec;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.PatternSize;
import io.github.mlmaven.text.Shown;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold for one column of the schema: no rule on it that could never be broken, or never be met. */
final class ColumnRules {

    private final SpecFile file;
    private final SpecRules rules;
    private final String name;
    private final ColumnSpec column;

    ColumnRules(SpecFile file, SpecRules rules, String name) {
        this.file = file;
        this.rules = rules;
        this.name = name;
        this.column = file.spec().column(name);
    }

    void check() {
        if (name.isBlank()) {
            problem("a column has no name.", "Write the name that the header of the data has.");
        }
        range();
        timeFormat();
        texts();
        new BooleanRules(file, rules, name).check();
        column.terms().keySet().stream().sorted().forEach(this::terms);
        if (file.says("columns", name, "values")) {
            values();
        }
        if (column.domain().ordered()) {
            order();
        }
        if (column.in(Phase.TRAINING).presence().required() && file.says("columns", name, "max-missing")) {
            warn(SpecWarningCode.MAX_MISSING_UNUSED, Map.of("column", name), "max-missing");
        }
        if (column.type() == ColumnType.TEXT && column.maxInvalid().value() > 0) {
            warn(SpecWarningCode.MAX_INVALID_UNUSED, Map.of("column", name), "max-invalid");
        }
    }

    private void terms(String rule) {
        boolean none = switch (rule) {
            case "required" -> !column.presence().required();
            case "unique" -> !column.presence().unique();
            case "max-missing" -> column.presence().maxMissing().value() == 1;
            default -> false;
        };
        if (none) {
            problem("a rule that nothing can break has terms.", "Remove the key.", rule);
        } else if (List.of("unique", "max-missing").contains(rule)
                && column.terms(rule).when() == Phase.SERVING) {
            problem("what is predicted is no table that the rule could hold for.", "Write when: training.", rule);
        }
    }

    private void range() {
        Domain domain = column.domain();
        if ((domain.min().isPresent() || domain.max().isPresent())
                && !column.type().isNumeric()
                && !column.type().isTime()) {
            problem(
                    "column '" + name + "' is of type " + type() + " and has a min or max.",
                    "Only number, integer, date and timestamp have one: change the type, or remove min and max.");
            return;
        }
        if (!edge(domain.min(), "min") || !edge(domain.max(), "max")) {
            return;
        }
        if (domain.min().isEmpty() || domain.max().isEmpty()) {
            return;
        }
        Edge min = domain.min().get();
        Edge max = domain.max().get();
        if (min.compareTo(max) > 0) {
            problem("min is larger than max.", "Swap them.");
        } else if (column.type() == ColumnType.INTEGER
                && min.exact().setScale(0, RoundingMode.CEILING).compareTo(max.exact()) > 0) {
            problem("column '" + name + "' allows no whole number.", "Widen min and max, or write type number.");
        }
    }

    /** Whether an edge is of the column's type. */
    private boolean edge(Optional<Edge> edge, String key) {
        boolean wrongTime = column.type() == ColumnType.DATE
                && edge.isPresent()
                && !edge.get().isDay();
        if (edge.isEmpty() || (edge.get().time() == column.type().isTime() && !wrongTime)) {
            return true;
        }
        problem(
                "column '" + name + "' is of type " + type() + " and has a " + key + " of "
                        + edge.get().text() + ".",
                column.type() == ColumnType.DATE
                        ? "Write a date: 2026-01-31."
                        : column.type() == ColumnType.TIMESTAMP
                                ? "Write a time with its offset: 2026-01-31T10:15:30Z."
                                : "Write a number, or change the type.",
                key);
        return false;
    }

    private void texts() {
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.CATEGORY;
        if (!text
                && (column.text().pattern().isPresent()
                        || column.text().length().isPresent())) {
            problem(
                    "column '" + name + "' is of type " + type() + " and has a pattern or a length.",
                    "Only category and text have one: change the type, or remove it.");
            return;
        }
        column.text().pattern().ifPresent(this::pattern);
        column.text().length().ifPresent(this::length);
        if (file.says("columns", name, "max-unseen") && column.domain().values().isEmpty()) {
            problem("column '" + name + "' has a share of unseen values and no values.", "List them.", "max-unseen");
        }
    }

    private void pattern(String pattern) {
        Optional<String> tooLarge = PatternSize.tooLarge(pattern);
        if (tooLarge.isPresent()) {
            problem(
                    "the pattern " + Shown.quoted(pattern) + " " + tooLarge.get() + ".",
                    "Write a smaller one: what a text's length is bounded by is said by 'length'.",
                    "pattern");
            return;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problem(
                    "the pattern " + Shown.quoted(pattern) + " cannot be read: " + e.getDescription() + ".",
                    "Write a regular expression of RE2, which has no look-around and no back-references.",
                    "pattern");
        }
    }

    private void length(TextRules.Length length) {
        if (length.min().isEmpty() && length.max().isEmpty()) {
            problem("the length bounds nothing.", "Give it a min or a max.", "length");
        } else if (length.min().orElse(0) > length.max().orElse(Long.MAX_VALUE)
                || length.max().orElse(1) < 0) {
            problem(
                    "no text has such a length.",
                    "Write a min that is not above max, and a max of 0 or more.",
                    "length");
        }
    }

    private void timeFormat() {
        for (String key : List.of("format", "zone")) {
            boolean day = column.type() == ColumnType.DATE && key.equals("format");
            boolean has = column.type() == ColumnType.TIMESTAMP || day;
            if (!has && file.says("columns", name, key)) {
                problem(
                        "column '" + name + "' is of type " + type() + " and has a " + key + ".",
                        key.equals("format")
                                ? "Only date and timestamp have one: change the type, or remove it."
                                : "Only a timestamp has one: change the type, or remove it.",
                        key);
                return;
            }
        }
        if (column.type().isTime()) {
            readable();
        }
    }

    private void readable() {
        try {
            ZoneId.of(column.time().zone());
        } catch (DateTimeException e) {
            problem(
                    "there is no zone " + Shown.quoted(column.time().zone()) + ".",
                    "Write UTC, an offset such as +01:00, or a name such as Europe/Berlin.",
                    "zone");
            return;
        }
        try {
            TimeTexts.of(column.type(), column.time());
        } catch (IllegalArgumentException e) {
            String format = column.time().format().orElse("");
            if (!TimeTexts.yearOfDay(format).equals(format)) {
                problem(
                        "the format " + Shown.quoted(format)
                                + " cannot be read: 'Y' is the year of the week, which is another one than the day's around New Year.",
                        "Write uuuu or yyyy for the year: " + Shown.quoted(TimeTexts.yearOfDay(format)) + ".",
                        "format");
                return;
            }
            problem(
                    "the format " + Shown.quoted(column.time().format().orElse("")) + " cannot be read: "
                            + e.getMessage() + ".",
                    column.type() == ColumnType.DATE
                            ? "Write one with year, month and day: 'dd.MM.uuuu'."
                            : "Write one with year, month, day and hour: 'dd.MM.uuuu HH:mm'.",
                    "format");
        }
    }

    private void values() {
        if (column.type() != ColumnType.CATEGORY) {
            problem(
                    "column '" + name + "' is of type " + type() + " and has values.",
                    "Only a category has values: change the type, or remove them.",
                    "values");
            return;
        }
        if (column.domain().values().isEmpty()) {
            problem(
                    "column '" + name + "' lists no value.",
                    "List those that are allowed, or remove 'values' to allow all.",
                    "values");
        }
        if (column.domain().values().stream().distinct().count()
                < column.domain().values().size()) {
            problem("column '" + name + "' lists a value twice.", "Remove it.", "values");
        }
        Set<String> missing = Set.copyOf(file.spec().data().missing());
        column.domain().values().stream()
                .filter(missing::contains)
                .findFirst()
                .ifPresent(value -> problem(
                        "column '" + name + "' lists " + Shown.quoted(value)
                                + ", which data.missing reads as a missing value.",
                        "Remove it here, or from data.missing.",
                        "values"));
    }

    private void order() {
        if (column.type() != ColumnType.CATEGORY) {
            problem(
                    "column '" + name + "' is of type " + type() + " and is ordered.",
                    "Only a category has an order to be told: remove 'ordered'.",
                    "ordered");
        } else if (column.domain().values().isEmpty()) {
            problem(
                    "column '" + name + "' is ordered, but the order is not given.",
                    "List its values from low to high: 'values: [Fair, Good, Ideal]'.",
                    "ordered");
        }
    }

    private String type() {
        return KebabCase.of(column.type());
    }

    private void problem(String text, String remedy, String... key) {
        rules.problem(
                text,
                remedy,
                Stream.concat(Stream.of("columns", name), Stream.of(key)).toArray(String[]::new));
    }

    private void warn(SpecWarningCode code, Map<String, String> values, String key) {
        rules.warn(code, values, "columns", name, key);
    }
}
