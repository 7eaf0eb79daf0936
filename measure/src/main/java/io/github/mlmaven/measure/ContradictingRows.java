package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that have the values of another row in some columns, and another label.
 *
 * @param candidates the hashes of rows that may be such, as {@link Contradictions} finds them
 */
public record ContradictingRows(List<String> columns, String label, LongSet candidates)
        implements Measure<ContradictingRows.Labels, ContradictingRows.Ambiguous> {

    public ContradictingRows {
        columns = List.copyOf(columns);
    }

    /**
     * What is found.
     *
     * @param rows each with its label
     * @param wrong about how many of them whoever sees the columns alone is wrong at least
     */
    public record Ambiguous(Found rows, long wrong) {}

    /** What is kept while folding: by values, the rows by label. */
    public static final class Labels {

        private final RowHashes hashes;
        private final CanonicalKey key;
        private final CanonicalKey labelled;
        private final Map<String, Map<String, Found>> rows = new HashMap<>();

        private Labels(List<String> columns, String label) {
            hashes = new RowHashes(columns);
            key = new CanonicalKey(columns);
            labelled = new CanonicalKey(List.of(label));
        }

        private Found of(String values, String label) {
            return rows.computeIfAbsent(values, absent -> new HashMap<>())
                    .computeIfAbsent(label, absent -> new Found());
        }
    }

    @Override
    public Labels start() {
        return new Labels(columns, label);
    }

    @Override
    public void add(Labels state, Batch batch) {
        long[] hashes = state.hashes.of(batch);
        Column labels = batch.column(label);
        for (int row = 0; row < batch.rows(); row++) {
            if (candidates.contains(hashes[row]) && !labels.isMissing(row)) {
                String shown = labels.text(row);
                state.of(state.key.text(batch, row), state.labelled.text(batch, row))
                        .add(batch.position(row), () -> shown);
            }
        }
    }

    @Override
    public void merge(Labels state, Labels other) {
        other.rows.forEach((values, labels) ->
                labels.forEach((one, found) -> state.of(values, one).add(found)));
    }

    @Override
    public Ambiguous value(Labels state) {
        Found all = new Found();
        long wrong = 0;
        for (Map<String, Found> labels : state.rows.values()) {
            if (labels.size() > 1) {
                labels.values().forEach(all::add);
                wrong += wrong(labels.values());
            }
        }
        return new Ambiguous(all, wrong);
    }

    private static long wrong(Collection<Found> labels) {
        long most = labels.stream().mapToLong(Found::count).max().orElse(0);
        return labels.stream().mapToLong(Found::count).sum() - most;
    }
}
