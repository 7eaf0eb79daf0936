package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ModelSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what a model says about rows to a Parquet file. */
final class PredictionFile {

    private final Engine engine;
    private final Path folder;
    private final Columns columns;
    private final ModelSpec spec;

    PredictionFile(Engine engine, Path folder, Columns columns, ModelSpec spec) {
        this.engine = engine;
        this.folder = folder;
        this.columns = columns;
        this.spec = spec;
    }

    void write(Path file, Rows rows, Part part, List<PredictionColumn> predictions) {
        Set<String> names = new LinkedHashSet<>(spec.data().id());
        names.add(spec.data().label());
        Map<String, ColumnType> given = columns.types(List.copyOf(names));
        Map<String, ColumnType> made = new LinkedHashMap<>();
        predictions.forEach(column -> made.put(column.name(), column.type()));
        try (BatchFile written = BatchFile.begin(engine, folder, given, made)) {
            int[] next = {0};
            rows.read(part, List.copyOf(names), batch -> {
                int from = next[0];
                written.add(
                        batch,
                        predictions.stream()
                                .map(column -> column.slice(from, batch.rows()))
                                .toList());
                next[0] += batch.rows();
            });
            written.finish(file, BatchFile.Format.PARQUET);
        }
    }
}
