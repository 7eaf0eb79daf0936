package io.github.mlmaven.measure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Asks a data base the same about the same rows, in the table {@code t} with the columns n (its position), x, w, b, k, clash. */
final class SqlOracle {

    private static final Connection CONNECTION = connect();

    private SqlOracle() {}

    private static Connection connect() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of an answer, its columns as text separated by {@code |}. */
    static List<String> ask(List<Cells> rows, String sql) {
        try (Statement statement = CONNECTION.createStatement()) {
            statement.execute(
                    "create or replace table t (n bigint, x double, w bigint, b boolean, k varchar, clash varchar)");
            append(rows);
            List<String> answer = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        cells.add(String.valueOf(result.getObject(i)));
                    }
                    answer.add(String.join("|", cells));
                }
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void append(List<Cells> rows) throws SQLException {
        try (DuckDBAppender appender = CONNECTION.unwrap(DuckDBConnection.class).createAppender("t")) {
            for (int i = 0; i < rows.size(); i++) {
                Cells row = rows.get(i);
                appender.beginRow();
                appender.append((long) i);
                appender.append(row.x().orElse(null));
                appender.append(row.w().orElse(null));
                appender.append(row.b().orElse(null));
                appender.append(row.k().orElse(null));
                appender.append(row.clash().orElse(null));
                appender.endRow();
            }
        }
    }
}
