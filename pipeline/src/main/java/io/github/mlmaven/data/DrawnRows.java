package io.github.mlmaven.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.api.ColumnType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of values that are drawn, each column's by itself: missing ones, usual and odd ones of its type, those that a condition
 * names, and what lies beside them. A condition that none of them breaks tests nothing. The same are drawn each time.
 */
final class DrawnRows {

    /** So many that values which a condition names for several columns meet in a row. */
    static final int COUNT = 8_192;

    private static final int LITERALS = 64;
    private static final int PAIRED = 6;
    private static final int LONGEST = 10_000;

    private static final List<String> SMALL = List.of("0", "1", "-1", "2");

    private static final List<String> NUMBERS = List.of(
            "3",
            "4",
            "5",
            "6",
            "7",
            "8",
            "9",
            "10",
            "-2",
            "-10",
            "0.5",
            "0.12345",
            "-3.75",
            "12.3456",
            "99",
            "100",
            "101",
            "365",
            "1000",
            "1999.99",
            "2026",
            "10000",
            "-10000",
            "123456",
            "1000000",
            "-1000000");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "b",
            "A",
            "Z",
            "x",
            "abc",
            "ABC",
            "Abc",
            " padded ",
            "0",
            "1",
            "12345",
            "-1.5",
            "true",
            "2026-01-31",
            "2026-01-31 10:00:00",
            "a b",
            "a,b;c",
            "a@b.example",
            "ä€",
            "no such value");

    private static final List<String> TIMES = IntStream.range(0, 48)
            .mapToObj(i -> String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02d %02d:%02d:%02d",
                    1970 + 3 * (i % 24),
                    1 + i % 12,
                    i % 4 == 0 ? 1 : 1 + (7 * i) % 28,
                    i % 24,
                    (7 * i) % 60,
                    (11 * i) % 60))
            .toList();

    private DrawnRows() {}

    /**
     * How many of them break a condition, as a query of one number.
     *
     * @param condition as the engine parses it
     * @param columns that it mentions
     * @param broken what is true for a row that breaks it
     * @return empty where it cannot be told by drawn values
     */
    static Optional<String> count(JsonNode condition, List<TableColumn> columns, String broken) {
        return CheckLiterals.of(condition).map(literals -> {
            String rows = IntStream.range(0, columns.size())
                    .mapToObj(i -> drawn(
                            columns.get(i),
                            i,
                            literals.getOrDefault(columns.get(i).name().toLowerCase(Locale.ROOT), Set.of())))
                    .collect(Collectors.joining(", "));
            return "select count(*) filter (where %s) from (select %s from range(%s) drawn(row))"
                    .formatted(broken, rows, COUNT);
        });
    }

    private static String drawn(TableColumn column, int index, Set<String> literals) {
        List<String> values =
                values(column.type(), literals.stream().limit(LITERALS).toList());
        return "[%s][1 + cast(hash(row, %s) %% %s as integer)] as %s"
                .formatted(String.join(", ", values), index, values.size(), Sql.identifier(column.name()));
    }

    /** Expressions of a type: one of eight is missing, three are those that the condition names, four are of the type. */
    private static List<String> values(ColumnType type, List<String> literals) {
        String sqlType = TableColumn.sqlType(type);
        List<String> usual = cast(usual(type), sqlType);
        List<String> odd = cast(odd(type), sqlType);
        List<String> named = cast(literals, sqlType);
        List<String> beside = beside(type, literals);
        int each = Math.max(Math.max(usual.size(), odd.size()), Math.max(named.size(), beside.size()));
        List<String> values = new ArrayList<>(filled(usual, 2 * each));
        values.addAll(filled(odd, 2 * each));
        values.addAll(filled(named.isEmpty() ? usual : named, 2 * each));
        values.addAll(filled(beside.isEmpty() ? odd : beside, each));
        values.addAll(Collections.nCopies(each, "cast(null as " + sqlType + ")"));
        return values;
    }

    private static List<String> filled(List<String> values, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> values.get(i % values.size()))
                .toList();
    }

    private static List<String> cast(List<String> texts, String sqlType) {
        return texts.stream()
                .map(text -> "try_cast(%s as %s)".formatted(Sql.literal(text), sqlType))
                .toList();
    }

    private static List<String> usual(ColumnType type) {
        return switch (type) {
            case NUMBER, INTEGER -> SMALL;
            case BOOLEAN -> List.of("true", "false");
            case CATEGORY, TEXT -> List.of("", "a", "A", "no such value");
            case DATE, TIMESTAMP -> List.of("1970-01-01", "2026-01-31");
        };
    }

    private static List<String> odd(ColumnType type) {
        return switch (type) {
            case NUMBER, INTEGER -> NUMBERS;
            case BOOLEAN -> List.of("true", "false");
            case CATEGORY, TEXT -> TEXTS;
            case DATE, TIMESTAMP ->
                Stream.concat(TIMES.stream(), Stream.of("0001-01-01", "9999-12-31"))
                        .toList();
        };
    }

    private static List<String> beside(ColumnType type, List<String> literals) {
        return switch (type) {
            case NUMBER, INTEGER -> numbers(TableColumn.sqlType(type), literals);
            case BOOLEAN -> List.of();
            case CATEGORY, TEXT -> literals.stream().flatMap(DrawnRows::texts).toList();
            case DATE, TIMESTAMP ->
                literals.stream()
                        .flatMap(literal -> times(TableColumn.sqlType(type), literal))
                        .toList();
        };
    }

    private static List<String> numbers(String sqlType, List<String> literals) {
        List<String> numbers = new ArrayList<>();
        for (String literal : literals) {
            String value = "try_cast(%s as double)".formatted(Sql.literal(literal));
            Stream.of("%s + 1", "%s - 1", "-%s")
                    .map(form -> "try_cast(" + form.formatted(value) + " as " + sqlType + ")")
                    .forEach(numbers::add);
        }
        // For a sum, a difference, a product or a quotient of the column.
        for (String one : literals.stream().limit(PAIRED).toList()) {
            for (String other : literals.stream().limit(PAIRED).toList()) {
                Stream.of("+", "-", "*", "/")
                        .map(sign -> "try_cast(try_cast(%s as double) %s nullif(try_cast(%s as double), 0) as %s)"
                                .formatted(Sql.literal(one), sign, Sql.literal(other), sqlType))
                        .forEach(numbers::add);
            }
        }
        return numbers;
    }

    /** What is like a text, matches it as the pattern of a LIKE, or has as many letters as it says. */
    private static Stream<String> texts(String literal) {
        Stream<String> like = Stream.of(
                literal.replace("%", ""),
                literal.replace("%", "q"),
                "q" + literal,
                literal + "q",
                literal.toLowerCase(Locale.ROOT),
                literal.toUpperCase(Locale.ROOT));
        Stream<String> lengths = literal.matches("[0-9]{1,5}") && Integer.parseInt(literal) <= LONGEST
                ? Stream.of("x".repeat(Integer.parseInt(literal)), "x".repeat(Integer.parseInt(literal) + 1))
                : Stream.empty();
        return Stream.concat(like, lengths).map(Sql::literal);
    }

    /** The days beside one, and days of a year. */
    private static Stream<String> times(String sqlType, String literal) {
        String value = "try_cast(%s as timestamp)".formatted(Sql.literal(literal));
        Stream<String> days = Stream.of("%s + interval 1 day", "%s - interval 1 day", "%s + interval 1 second")
                .map(form -> "cast(" + form.formatted(value) + " as " + sqlType + ")");
        return literal.matches("[0-9]{4}")
                ? Stream.of("cast(%s as %s)".formatted(Sql.literal(literal + "-06-15"), sqlType))
                : days;
    }
}
