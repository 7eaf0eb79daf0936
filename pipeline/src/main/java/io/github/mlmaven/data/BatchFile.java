package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A file that batches are written to: each row's position as {@code row}, then its columns. The same rows make the same
 * bytes. Until it is {@link #finish finished} nothing stands in its place but what stood there; what does not fit into the
 * engine's memory waits on disk.
 */
public final class BatchFile implements AutoCloseable {

    private static final String TABLE = "written";

    private final Engine engine;
    private final Path folder;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;

    private BatchFile(Engine engine, Path folder, DuckDBConnection connection, DuckDBAppender appender) {
        this.engine = engine;
        this.folder = folder;
        this.connection = connection;
        this.appender = appender;
    }

    /**
     * Begins a file. One at a time.
     *
     * @param folder in which the engine may write
     * @param given columns that keep their names
     * @param made columns that follow; where a name of theirs is taken, as is {@code row}, it has an underscore more
     */
    static BatchFile begin(Engine engine, Path folder, Map<String, ColumnType> given, Map<String, ColumnType> made) {
        try {
            engine.tryRun("create or replace table %s (%s)".formatted(TABLE, declared(given, made)));
            // The rows may still be read on the engine's own connection.
            DuckDBConnection connection = engine.connection();
            return new BatchFile(engine, folder, connection, connection.createAppender(TABLE));
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    private static String declared(Map<String, ColumnType> given, Map<String, ColumnType> made) {
        Set<String> taken =
                given.keySet().stream().map(BatchFile::lower).collect(Collectors.toCollection(HashSet::new));
        List<String> declared = new ArrayList<>();
        declared.add(Sql.identifier(free("row", taken)) + " bigint");
        given.forEach((name, type) -> declared.add(Sql.identifier(name) + " " + TableColumn.sqlType(type)));
        made.forEach((name, type) -> declared.add(Sql.identifier(free(name, taken)) + " " + TableColumn.sqlType(type)));
        return String.join(", ", declared);
    }

    // The engine tells no names apart that differ by case alone.
    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(lower(free))) {
            free += "_";
        }
        return free;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * Adds rows.
     *
     * @param given the rows with the columns that keep their names, in the file's order
     * @param made the other columns of the same rows
     */
    public void add(Batch given, List<Column> made) {
        int columns = given.header().names().size();
        try {
            for (int row = 0; row < given.rows(); row++) {
                appender.beginRow();
                appender.append(given.position(row));
                for (int i = 0; i < columns; i++) {
                    append(given.column(i), row);
                }
                for (Column column : made) {
                    append(column, row);
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    private void append(Column column, int row) throws SQLException {
        if (column.isMissing(row)) {
            appender.appendNull();
        } else if (column instanceof Column.Doubles numbers) {
            appender.append(numbers.values()[row]);
        } else if (column instanceof Column.Longs numbers) {
            appender.append(numbers.values()[row]);
        } else if (column instanceof Column.Booleans flags) {
            appender.append(flags.values()[row] == 1);
        } else {
            appender.append(column.text(row));
        }
    }

    /** Puts the file with all rows in its place. */
    public void finish(Path file, Format format) {
        Path made = folder.resolve(file.getFileName() + ".tmp");
        try {
            appender.flush();
            engine.tryRun("copy %s to %s (%s)".formatted(TABLE, Sql.literal(made), format.options));
            place(made, file);
        } catch (SQLException e) {
            throw engine.failure(e);
        } catch (IOException e) {
            throw new MlException(file + " could not be written.", "Make the folder writable.", e);
        }
    }

    private static void place(Path made, Path file) throws IOException {
        try {
            move(made, file);
        } catch (AtomicMoveNotSupportedException e) {
            // Another disk: the bytes go there first, and the name then.
            Path beside = file.resolveSibling(file.getFileName() + ".tmp");
            Files.move(made, beside, StandardCopyOption.REPLACE_EXISTING);
            move(beside, file);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            appender.close();
            connection.close();
            engine.tryRun("drop table " + TABLE);
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    /** How rows are written. */
    public enum Format {
        /** With a header, comma and double quotes; nothing stands for missing. */
        CSV("format csv, header"),
        /** JSON lines: an object in each line. */
        JSONL("format json"),
        PARQUET("format parquet, compression zstd, row_group_size 122880");

        private final String options;

        Format(String options) {
            this.options = options;
        }

        /** The formats by the ends of their files' names. */
        public static final Map<String, Format> BY_ENDING =
                Map.of(".csv", CSV, ".jsonl", JSONL, ".ndjson", JSONL, ".parquet", PARQUET);
    }
}
