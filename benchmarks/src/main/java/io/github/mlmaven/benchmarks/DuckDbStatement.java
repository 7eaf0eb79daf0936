package io.github.mlmaven.benchmarks;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB alone: one statement that has a result. */
final class DuckDbStatement {

    private DuckDbStatement() {}

    /** What to run, and on how many threads. */
    record Request(String sql, int threads) {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(Request.class, DuckDbStatement::run).serveStandardStreams();
    }

    private static void run(Request request, Progress progress) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + request.threads());
            try (ResultSet rows = statement.executeQuery(request.sql())) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                progress.info("%s rows".formatted(count));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
