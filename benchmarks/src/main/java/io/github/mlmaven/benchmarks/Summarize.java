package io.github.mlmaven.benchmarks;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB's own summary of each column of a file: range, distinct values, mean, deviation, quartiles, missing values. */
final class Summarize {

    private Summarize() {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(TypedScan.Request.class, Summarize::summarize).serveStandardStreams();
    }

    private static void summarize(TypedScan.Request request, Progress progress) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + request.threads());
            try (ResultSet columns =
                    statement.executeQuery("summarize select * from " + TypedScan.table(request.csv()))) {
                int count = 0;
                while (columns.next()) {
                    count++;
                }
                progress.info("%s columns".formatted(count));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
