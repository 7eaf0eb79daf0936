package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.text.Shown;
import io.github.mlmaven.worker.FetchRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * One talk with a database: in a transaction that reads only, one query is put, and its rows are taken one by one into a table
 * of the engine. Nothing is ever committed.
 */
final class DatabaseRows implements Callable<List<ResultColumn>> {

    static final String TABLE = "fetched";

    private static final int HEARD_ROWS = 1_000;

    private final Driver driver;
    private final SourceSpec from;
    private final Access access;
    private final Engine engine;
    private final DatabaseTalk talk;
    private final DatabaseFailure failure;

    DatabaseRows(
            Driver driver, SourceSpec from, Access access, Engine engine, DatabaseTalk talk, DatabaseFailure failure) {
        this.driver = driver;
        this.from = from;
        this.access = access;
        this.engine = engine;
        this.talk = talk;
        this.failure = failure;
    }

    /** Has the talk, and gives the columns that were answered. */
    @Override
    public List<ResultColumn> call() throws SQLException {
        talk.waitFor(DatabaseFailure.LOGIN, Duration.ofSeconds(access.loginSeconds()));
        Optional<KnownDatabase> known = KnownDatabase.of(url());
        try (Connection connection = connect(known)) {
            talk.cut(connection);
            connection.setAutoCommit(false);
            if (known.isEmpty() || known.get().readOnly().isEmpty()) {
                connection.setReadOnly(true);
            }
            List<ResultColumn> columns;
            try (Statement statement =
                    connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
                columns = ask(statement, known.map(KnownDatabase::rowsAtOnce).orElse(HEARD_ROWS));
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
            connection.rollback();
            return columns;
        }
    }

    /** There are databases that commit what is not rolled back. */
    private static void rollBack(Connection connection, Exception after) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            after.addSuppressed(e);
        }
    }

    private String url() {
        return from.jdbc().orElseThrow().url();
    }

    private Connection connect(Optional<KnownDatabase> known) throws SQLException {
        Properties properties = new Properties();
        known.ifPresent(database -> properties.putAll(database.readOnly()));
        if (access.login().isPresent()) {
            Login login = access.login().get();
            properties.setProperty("user", login.user());
            properties.setProperty("password", login.password());
        }
        Connection connection = driver.connect(url(), properties);
        if (connection == null) {
            throw new SQLException("its driver does not know this URL");
        }
        return connection;
    }

    private List<ResultColumn> ask(Statement statement, int rowsAtOnce) throws SQLException {
        Duration limit = Duration.ofSeconds(access.patienceSeconds());
        statement.setEscapeProcessing(false);
        statement.setFetchSize(rowsAtOnce);
        statement.setQueryTimeout(access.patienceSeconds());
        talk.waitFor(DatabaseFailure.QUERY, limit);
        try (ResultSet result =
                statement.executeQuery(SelectText.of(from.query().orElseThrow()).statement())) {
            List<ResultColumn> columns = columns(result.getMetaData());
            talk.waitFor(DatabaseFailure.ROWS, limit);
            take(new ResultRow(result, columns, failure.ids()), result, columns);
            return columns;
        }
    }

    private List<ResultColumn> columns(ResultSetMetaData found) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String name = found.getColumnLabel(i);
            if (name == null || name.isBlank()) {
                throw failure.noTable("its column " + i + " has no name", "Name it: 'as price'.");
            }
            String shown = Shown.of(name);
            String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw failure.noTable(
                        other.equals(name)
                                ? "it has two columns '%s'".formatted(shown)
                                : "it has the columns '%s' and '%s'".formatted(Shown.of(other), shown),
                        "Name one of them otherwise: '%s as other'.".formatted(shown));
            }
            Optional<ResultColumn.Kind> kind = ResultColumn.kind(found, i);
            if (kind.isEmpty()) {
                throw failure.noTable(
                        "its column '%s' is of type %s, and a cell is a number, a text, a boolean, a date or a timestamp"
                                .formatted(shown, Shown.of(found.getColumnTypeName(i))),
                        "Cast it, as 'cast(%s as varchar(100))', or leave it out.".formatted(shown));
            }
            columns.add(new ResultColumn(name, kind.get()));
        }
        return columns;
    }

    private void take(ResultRow row, ResultSet result, List<ResultColumn> columns) throws SQLException {
        engine.run(columns.stream()
                .map(column ->
                        Sql.identifier(column.name()) + " " + column.kind().staged())
                .collect(Collectors.joining(", ", "create table " + TABLE + " (", ")")));
        long rows = 0;
        try (Staging staging = new Staging(engine)) {
            while (result.next()) {
                row.appendTo(staging.appender(), engine);
                rows++;
                if (rows % HEARD_ROWS == 0) {
                    talk.heard(rows);
                }
            }
        }
        talk.heard(rows);
    }

    /** What rows are appended with. */
    private static final class Staging implements AutoCloseable {

        private final Engine engine;
        private final DuckDBConnection connection;
        private final DuckDBAppender appender;

        Staging(Engine engine) {
            this.engine = engine;
            try {
                this.connection = engine.connection();
                this.appender = connection.createAppender(TABLE);
            } catch (SQLException e) {
                throw engine.failure(e);
            }
        }

        DuckDBAppender appender() {
            return appender;
        }

        @Override
        public void close() throws MlException {
            try {
                appender.close();
                connection.close();
            } catch (SQLException e) {
                throw engine.failure(e);
            }
        }
    }
}
