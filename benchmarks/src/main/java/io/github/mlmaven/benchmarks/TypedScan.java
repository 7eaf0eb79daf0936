package io.github.mlmaven.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What DuckDB is asked of a file of {@link SyntheticTable#writeCsv}. */
final class TypedScan {

    private TypedScan() {}

    /** Every cell as its type, and nothing else: what a look at the data cannot be faster than. */
    static String of(Path csv) {
        return counts(SyntheticTable.columns(), table(csv));
    }

    /** DuckDB's own summary of each column: range, distinct values, mean, deviation, quartiles, missing values. */
    static String summary(Path csv) {
        return "summarize select * from " + table(csv);
    }

    /** Reads each cell of some columns of a table. */
    static String counts(List<String> columns, String table) {
        return columns.stream()
                .map("count(\"%s\")"::formatted)
                .collect(Collectors.joining(", ", "select ", " from " + table));
    }

    /** The same where counts stand in the file and no cell would be read for them. */
    static String smallest(List<String> columns, String table) {
        return columns.stream()
                .map("min(\"%s\")"::formatted)
                .collect(Collectors.joining(", ", "select ", " from " + table));
    }

    /** The file with its columns' types, as a table of a statement. */
    private static String table(Path csv) {
        String types = SyntheticTable.columns().stream()
                .map(column -> "'%s': '%s'".formatted(column, type(column)))
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(%s, header = true, auto_detect = false, columns = %s)".formatted(literal(csv), types);
    }

    static String literal(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    private static String type(String column) {
        return switch (column.charAt(0)) {
            case 'n', 'y' -> "DOUBLE";
            case 'b' -> "BOOLEAN";
            case 'i' -> "BIGINT";
            default -> "VARCHAR";
        };
    }
}
