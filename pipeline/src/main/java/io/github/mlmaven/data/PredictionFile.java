package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;

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

    void write(Path file, Part part, List<PredictionColumn> predictions) {
        try {
            engine.tryRun("create or replace table predictions (n bigint%s)"
                    .formatted(predictions.stream()
                            .map(PredictionColumn::declaration)
                            .map(declaration -> ", " + declaration)
                            .collect(Collectors.joining())));
            append(predictions);
            copy(file, part, predictions);
            engine.tryRun("drop table predictions");
        } catch (SQLException e) {
            throw engine.failure(e);
        } catch (IOException e) {
            throw new MlException(file + " could not be written.", "Make the folder writable.", e);
        }
    }

    private void copy(Path file, Part part, List<PredictionColumn> predictions) throws SQLException, IOException {
        Set<String> inputs = new LinkedHashSet<>(spec.data().id());
        inputs.add(spec.data().label());
        String selected = Stream.of(
                        Stream.of("p.n as \"row\""),
                        inputs.stream().map(name -> "r.%s as %s".formatted(columns.sql(name), Sql.identifier(name))),
                        predictions.stream().map(column -> "q." + Sql.identifier(column.name())))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        engine.tryRun("""
                copy (select %s
                      from (select rowid as n, row_number() over (order by rowid) - 1 as position
                            from t where part = %d) p
                      join t r on r.rowid = p.n
                      join predictions q on q.n = p.position
                      order by p.n)
                to %s (format parquet, compression zstd, row_group_size 122880)
                """.formatted(selected, part.code(), Sql.literal(temporary)));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void append(List<PredictionColumn> predictions) throws SQLException {
        int rows = predictions.get(0).rows();
        try (DuckDBAppender appender = engine.connection().createAppender("predictions")) {
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                appender.append((long) row);
                for (PredictionColumn column : predictions) {
                    column.append(appender, row);
                }
                appender.endRow();
            }
        }
    }
}
