package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.PredictionColumn;
import io.github.mlmaven.data.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Test rows in memory. */
record KeptRows(List<Batch> batches) implements Rows {

    @Override
    public long count() {
        return batches.stream().mapToLong(Batch::rows).sum();
    }

    @Override
    public long count(Part part) {
        return part == Part.TEST ? count() : 0;
    }

    @Override
    public void read(Part part, List<String> columns, Consumer<Batch> sink) {
        batches.forEach(batch -> sink.accept(batch.only(columns)));
    }

    @Override
    public int[] where(Part part, String condition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writePredictions(Path file, Part part, List<PredictionColumn> predictions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedMap<String, String> versions() {
        return new TreeMap<>();
    }
}
