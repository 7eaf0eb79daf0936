package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A DuckDB in memory that can read the given files and write below one folder, and nothing else: no network, no extension,
 * no other file, no setting changed after this.
 */
final class Engine implements AutoCloseable {

    private final Connection connection;
    private final BuildLimits limits;
    private final Reach reach;
    private final TemporaryFolder temporary;
    private int others;
    private Progress progress = Progress.SILENT;

    private Engine(Connection connection, BuildLimits limits, Reach reach, TemporaryFolder temporary) {
        this.connection = connection;
        this.limits = limits;
        this.reach = reach;
        this.temporary = temporary;
    }

    /**
     * What an engine can reach.
     *
     * @param readable files that statements may read
     * @param output what does not fit into memory goes to a folder within it, which is removed on closing
     * @param open whether statements may read and write in that folder too
     */
    record Reach(Collection<Path> readable, Path output, boolean open) {

        Reach {
            readable = List.copyOf(readable);
        }

        /** Files and an open folder. */
        Reach(Collection<Path> readable, Path output) {
            this(readable, output, true);
        }
    }

    static Engine start(BuildLimits limits, Reach reach) {
        return start(limits, reach, "engine.tmp");
    }

    /** Says who is told of long work with it. */
    void tell(Progress whom) {
        progress = whom;
    }

    /** Who is told of long work. */
    Progress progress() {
        return progress;
    }

    /** Another engine beside this one, for statements that are worth several threads: it can read some files and no more. */
    Engine onThreads(int threads, Collection<Path> files) {
        Reach readable = new Reach(files, reach.output(), false);
        // An engine's files have the same names as another's.
        String folder = "threads%s.tmp".formatted(others == 0 ? "" : "-" + others);
        others++;
        return start(new BuildLimits(threads, limits.memoryMegabytes()), readable, folder);
    }

    /** Another engine of one thread beside this one, with the same reach: for a statement that may have to be left to itself. */
    Engine beside() {
        return start(new BuildLimits(1, limits.memoryMegabytes()), reach, "beside.tmp");
    }

    private static Engine start(BuildLimits limits, Reach reach, String folder) {
        Path output = reach.output();
        TemporaryFolder temporary = new TemporaryFolder(output.resolve(folder));
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("temp_directory", temporary.path().toString());
        settings.setProperty("preserve_insertion_order", "true");
        try {
            Files.createDirectories(output);
            Engine engine = new Engine(DriverManager.getConnection("jdbc:duckdb:", settings), limits, reach, temporary);
            // A time with a zone is shown in the session's, which would be the machine's.
            engine.run("set timezone = 'UTC'");
            // The lists of what is allowed can no longer be set once access is off.
            engine.run("set allowed_paths = [" + Sql.literals(reach.readable()) + "]");
            if (reach.open()) {
                engine.run("set allowed_directories = [" + Sql.literal(output) + "]");
            }
            engine.run("set enable_external_access = false");
            engine.run("set lock_configuration = true");
            return engine;
        } catch (SQLException e) {
            throw new MlException(
                    "The data engine DuckDB could not start: " + firstLine(e) + ".",
                    "It needs a 64-bit Linux, macOS or Windows and space in the temporary folder of the system.",
                    e);
        } catch (IOException e) {
            throw new MlException(output + " could not be created.", "Make its parent folder writable.", e);
        }
    }

    /** The last row of a result that is whole has this in its first column, all others 0. */
    static final int LAST = 1;

    /**
     * Shows the chunks of a query's result as they are made. A result of chunks ends without a word where the engine fails:
     * whether it is whole is told by its last row.
     *
     * @param sql selects a whole number first, {@link #LAST} in its last row alone
     * @throws SQLException if the engine failed, with its own words
     */
    void stream(String sql, Consumer<DuckDBDataChunkReader> sink) throws SQLException {
        boolean whole = false;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                DuckDBChunkedResult result =
                        statement.unwrap(DuckDBPreparedStatement.class).query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                long rows = chunk.rowCount();
                whole = rows > 0 && chunk.vector(0).getInt(rows - 1) == LAST;
                sink.accept(chunk);
            }
        }
        if (!whole) {
            throw new CutException(sql);
        }
    }

    /** A result of chunks that ended early; {@link #cause} finds out why. */
    private static final class CutException extends SQLException {

        private static final long serialVersionUID = 1;

        private final String sql;

        CutException(String sql) {
            super("The result ended early");
            this.sql = sql;
        }
    }

    /** What made a statement fail, in the engine's words, for which it may run again. */
    SQLException cause(SQLException e) {
        if (!(e instanceof CutException cut)) {
            return e;
        }
        try {
            tryQuery("select count(columns(*)) from (" + cut.sql + ")", row -> "");
            return e;
        } catch (SQLException cause) {
            cause.addSuppressed(e);
            return cause;
        }
    }

    /** Runs a statement that is known to be right. */
    void run(String sql) {
        try {
            tryRun(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a statement whose failure says something about the data. */
    void tryRun(String sql) throws SQLException {
        // A statement that failed is closed by the driver: one for each.
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The same for one that may take long.
     *
     * @return true
     * @throws SQLTimeoutException if it takes longer
     */
    boolean tryRun(Duration limit, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(atLeastASecond(limit).toSeconds()));
            statement.execute(sql);
            return true;
        }
    }

    /** All rows of a query that is known to be right. */
    <T> List<T> query(String sql, RowReader<T> reader) {
        try {
            return tryQuery(sql, reader);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** All rows of a query that may be wrong. */
    <T> List<T> tryQuery(String sql, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    /**
     * All rows of a query that may be wrong, and may take long.
     *
     * @param limit as {@link #atLeastASecond} has it
     * @throws SQLTimeoutException if it takes longer
     */
    <T> List<T> tryQuery(Duration limit, String sql, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        tryEach(limit, sql, row -> rows.add(reader.read(row)));
        return rows;
    }

    /** What takes the rows of a result, one by one. */
    interface RowSink {
        void take(ResultSet row) throws SQLException;
    }

    /** The same for rows that are too many to keep. */
    void tryEach(Duration limit, String sql, RowSink sink) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(atLeastASecond(limit).toSeconds()));
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    sink.take(result);
                }
            }
        }
    }

    /** A limit of whole seconds, of which the engine takes no fewer than one. */
    static Duration atLeastASecond(Duration limit) {
        return Duration.ofSeconds(Math.max(1, limit.toSeconds()));
    }

    /** The only row of a query that is known to be right. */
    <T> T one(String sql, RowReader<T> reader) {
        return query(sql, reader).get(0);
    }

    /** A file that statements can read, removed on closing. */
    Path temporary(String name) {
        return temporary.file(name);
    }

    /** A table of one column of whole numbers, which statements can read. */
    void append(String table, String column, long[] values) {
        run("create table %s (%s bigint)".formatted(table, column));
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(table)) {
            for (long value : values) {
                appender.beginRow();
                appender.append(value);
                appender.endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** One more connection to the same data base, which the caller closes. */
    DuckDBConnection connection() throws SQLException {
        return connection.unwrap(DuckDBConnection.class).duplicate().unwrap(DuckDBConnection.class);
    }

    /** Which DuckDB this is. */
    String version() {
        return one("select version()", row -> row.getString(1));
    }

    /** How much memory it may use. */
    int memoryMegabytes() {
        return limits.memoryMegabytes();
    }

    MlException failure(SQLException e) {
        if (isOutOfSpace(e)) {
            return new MlException(
                    "The data does not fit into the data engine's " + limits.memoryMegabytes() + " MB of memory: "
                            + firstLine(e) + ".",
                    "Give it more with -Dml.memory=<megabytes>, or free space on the disk of the build folder.",
                    e);
        }
        return new MlException("The data engine DuckDB failed: " + firstLine(e) + ".", "Run with -X to see where.", e);
    }

    static boolean isOutOfSpace(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Out of Memory") || message.contains("max_temp_directory_size");
    }

    /** What an error says, without the engine's advice about its own settings. */
    static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("unknown")
                .replaceAll("\\.+$", "");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
        temporary.delete();
    }
}
