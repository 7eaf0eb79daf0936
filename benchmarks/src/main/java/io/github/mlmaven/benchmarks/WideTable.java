package io.github.mlmaven.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of any shape: an id, a label that depends on two columns, and between them of ten columns six numbers with four
 * decimals, two categories, a boolean and an integer. Each cell is a function of its row and column.
 *
 * @param columns at least 12
 */
record WideTable(long rows, int columns) {

    /** Writes it as csv or as Parquet, by the name of the file. */
    void write(Path file) {
        String format = file.toString().endsWith(".csv") ? "csv, header" : "parquet";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute("set memory_limit = '6GB'");
            statement.execute("copy (select %s from range(%s) r(i)) to %s (format %s)"
                    .formatted(
                            IntStream.range(0, columns)
                                    .mapToObj(column -> cell(column) + " as " + name(column))
                                    .collect(Collectors.joining(", ")),
                            rows,
                            TypedScan.literal(file),
                            format));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every cell, and nothing else. */
    String scan(Path file) {
        if (!file.toString().endsWith(".csv")) {
            return TypedScan.smallest(names(), "read_parquet(%s)".formatted(TypedScan.literal(file)));
        }
        String types = IntStream.range(0, columns)
                .mapToObj(column -> "'%s': '%s'".formatted(name(column), sqlType(column)))
                .collect(Collectors.joining(", "));
        return TypedScan.counts(
                names(),
                "read_csv(%s, header = true, auto_detect = false, columns = {%s})"
                        .formatted(TypedScan.literal(file), types));
    }

    /** A model.yaml for it. */
    String spec(String source) {
        return """
                name: wide
                task: regression
                data: {source: %s, label: %s, id: [%s]}
                columns:
                %strain: {trainer: xgboost, seed: 42, parameters: {rounds: 10, max-depth: 4}}
                gates:
                  - {metric: r2, min: 0.1}
                """.formatted(
                source,
                name(columns - 1),
                name(0),
                IntStream.range(0, columns)
                        .mapToObj(column -> "  %s: {%s, required: true}\n".formatted(name(column), rules(column)))
                        .collect(Collectors.joining()));
    }

    private List<String> names() {
        return IntStream.range(0, columns).mapToObj(WideTable::name).toList();
    }

    private static String name(int column) {
        return String.format(Locale.ROOT, "c%04d", column);
    }

    private enum Kind {
        ID,
        NUMBER,
        CATEGORY,
        BOOLEAN,
        INTEGER,
        LABEL
    }

    private Kind kind(int column) {
        if (column == 0) {
            return Kind.ID;
        }
        if (column == columns - 1) {
            return Kind.LABEL;
        }
        return switch (column % 10) {
            case 7, 8 -> Kind.CATEGORY;
            case 9 -> Kind.BOOLEAN;
            case 0 -> Kind.INTEGER;
            default -> Kind.NUMBER;
        };
    }

    private String cell(int column) {
        String hash = "hash(i * 10007 + %s)".formatted(column);
        return switch (kind(column)) {
            case ID -> "i";
            case NUMBER -> "round((%s %% 140001)::double / 10000 - 7, 4)".formatted(hash);
            case CATEGORY ->
                "(['ash', 'birch', 'cedar', 'elm', 'fir', 'oak', 'pine', 'yew'])[1 + (%s %% 8)::int]".formatted(hash);
            case BOOLEAN -> "%s %% 2 = 0".formatted(hash);
            case INTEGER -> "(%s %% 10000)::bigint".formatted(hash);
            case LABEL -> "round(2 * c0001 + c0002 + (%s %% 10000)::double / 10000, 4)".formatted(hash);
        };
    }

    private String sqlType(int column) {
        return switch (kind(column)) {
            case ID, INTEGER -> "BIGINT";
            case NUMBER, LABEL -> "DOUBLE";
            case CATEGORY -> "VARCHAR";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private String rules(int column) {
        return switch (kind(column)) {
            case ID -> "type: integer, min: 0, unique: true";
            case NUMBER -> "type: number, min: -7, max: 7";
            case CATEGORY -> "type: category, values: [ash, birch, cedar, elm, fir, oak, pine, yew]";
            case BOOLEAN -> "type: boolean";
            case INTEGER -> "type: integer, min: 0, max: 9999";
            case LABEL -> "type: number, when: training";
        };
    }
}
