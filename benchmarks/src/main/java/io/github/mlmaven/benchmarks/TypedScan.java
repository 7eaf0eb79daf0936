package io.github.mlmaven.benchmarks;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** DuckDB reads every cell of the file as its type, and does nothing with it: what a look at the data cannot be faster than. */
final class TypedScan {

    private TypedScan() {}

    /** One scan of the file of {@link SyntheticTable#writeCsv}. */
    record Request(Path csv, int threads) {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(Request.class, TypedScan::scan).serveStandardStreams();
    }

    private static void scan(Request request, Progress progress) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + request.threads());
            try (ResultSet counts = statement.executeQuery(sql(request.csv()))) {
                counts.next();
                progress.info("%s rows".formatted(counts.getLong(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sql(Path csv) {
        String counts = SyntheticTable.columns().stream()
                .map(column -> "count(\"%s\")".formatted(column))
                .collect(Collectors.joining(", "));
        return "select %s from %s".formatted(counts, table(csv));
    }

    /** The file with its columns' types, as a table of a statement. */
    static String table(Path csv) {
        String types = SyntheticTable.columns().stream()
                .map(column -> "'%s': '%s'".formatted(column, type(column)))
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv('%s', header = true, auto_detect = false, columns = %s)"
                .formatted(csv.toString().replace("'", "''"), types);
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
