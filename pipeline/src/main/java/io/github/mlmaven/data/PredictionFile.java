package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes what a model says about rows to a Parquet file. */
final class PredictionFile {

    private final Engine engine;
    private final Columns columns;
    private final ModelSpec spec;

    PredictionFile(Engine engine, Columns columns, ModelSpec spec) {
        this.engine = engine;
        this.columns = columns;
        this.spec = spec;
    }

    void write(Path file, Rows rows, Part part, List<PredictionColumn> predictions) {
        Set<String> names = new LinkedHashSet<>(spec.data().id());
        names.add(spec.data().label());
        List<TableColumn> inputs = columns.of(List.copyOf(names));
        String declared = declared(inputs, predictions);
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            engine.tryRun("create or replace table predictions (" + declared + ")");
            append(rows, part, inputs, predictions);
            engine.tryRun("copy predictions to %s (format parquet, compression zstd, row_group_size 122880)"
                    .formatted(Sql.literal(temporary)));
            engine.tryRun("drop table predictions");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw engine.failure(e);
        } catch (IOException e) {
            throw new MlException(file + " could not be written.", "Make the folder writable.", e);
        }
    }

    /** The columns of the file. Those of the data keep their names; where one of ours is taken, ours has an underscore more. */
    private static String declared(List<TableColumn> inputs, List<PredictionColumn> predictions) {
        Set<String> taken =
                inputs.stream().map(input -> lower(input.name())).collect(Collectors.toCollection(HashSet::new));
        List<String> declared = new ArrayList<>();
        declared.add(Sql.identifier(free("row", taken)) + " bigint");
        inputs.forEach(input -> declared.add(Sql.identifier(input.name()) + " " + input.sqlType()));
        for (PredictionColumn column : predictions) {
            declared.add(Sql.identifier(free(column.name(), taken)) + " " + column.type());
        }
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

    private void append(Rows rows, Part part, List<TableColumn> inputs, List<PredictionColumn> predictions)
            throws SQLException {
        int[] next = {0};
        // The rows may still be read on the engine's own connection.
        try (DuckDBConnection writing = engine.connection();
                DuckDBAppender appender = writing.createAppender("predictions")) {
            List<String> names = inputs.stream().map(TableColumn::name).toList();
            rows.read(part, names, batch -> {
                try {
                    for (int row = 0; row < batch.rows(); row++) {
                        append(appender, batch, row, inputs);
                        for (PredictionColumn column : predictions) {
                            column.append(appender, next[0]);
                        }
                        appender.endRow();
                        next[0]++;
                    }
                } catch (SQLException e) {
                    throw engine.failure(e);
                }
            });
        }
    }

    private static void append(DuckDBAppender appender, Column.Times times, int row) throws SQLException {
        if (times.tick() == Tick.DAY) {
            appender.append(LocalDate.ofEpochDay(times.values()[row]));
        } else {
            appender.append(LocalDateTime.ofInstant(Instant.parse(times.text(row)), ZoneOffset.UTC));
        }
    }

    /** Begins a row. */
    private static void append(DuckDBAppender appender, Batch batch, int row, List<TableColumn> inputs)
            throws SQLException {
        appender.beginRow();
        appender.append(batch.position(row));
        for (TableColumn input : inputs) {
            Column column = batch.column(input.name());
            if (column.isMissing(row)) {
                appender.appendNull();
            } else if (column instanceof Column.Doubles numbers) {
                appender.append(numbers.values()[row]);
            } else if (column instanceof Column.Longs numbers) {
                appender.append(numbers.values()[row]);
            } else if (column instanceof Column.Booleans flags) {
                appender.append(flags.values()[row] == 1);
            } else if (column instanceof Column.Times times) {
                append(appender, times, row);
            } else {
                appender.append(column.text(row));
            }
        }
    }
}
