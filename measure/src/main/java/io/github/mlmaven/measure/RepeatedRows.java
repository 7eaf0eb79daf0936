package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows that repeat an earlier row in some columns, by the values themselves; rows without a value in one of them repeat
 * nothing. What was found is their values, separated by commas.
 *
 * @param candidates from {@link Repeats}: only rows with such a hash are looked at
 */
public record RepeatedRows(List<String> columns, LongSet candidates) implements Measure<RepeatedRows.Keys, Found> {

    public RepeatedRows {
        columns = List.copyOf(columns);
    }

    /** What is kept while folding: for each key the first row that has it; all others are found. */
    public static final class Keys {

        private final RowHashes hashes;
        private final CanonicalKey key;
        private final Map<String, First> first = new HashMap<>();
        private final Found found = new Found();

        private Keys(List<String> columns) {
            hashes = new RowHashes(columns);
            key = new CanonicalKey(columns);
        }

        private void add(String text, First row) {
            First before = first.putIfAbsent(text, row);
            if (before != null) {
                First later = before.position() < row.position() ? row : before;
                first.put(text, before.position() < row.position() ? before : row);
                found.add(later.position(), later::shown);
            }
        }
    }

    /** The first row of a key. */
    private record First(long position, String shown) {}

    @Override
    public Keys start() {
        return new Keys(columns);
    }

    @Override
    public void add(Keys state, Batch batch) {
        long[] hashes = state.hashes.of(batch);
        for (int row = 0; row < batch.rows(); row++) {
            if (candidates.contains(hashes[row]) && state.hashes.isComplete(row)) {
                state.add(state.key.text(batch, row), new First(batch.position(row), shown(batch, row)));
            }
        }
    }

    private String shown(Batch batch, int row) {
        return columns.stream().map(column -> batch.column(column).text(row)).collect(Collectors.joining(", "));
    }

    @Override
    public void merge(Keys state, Keys other) {
        state.found.add(other.found);
        other.first.forEach(state::add);
    }

    @Override
    public Found value(Keys state) {
        return state.found;
    }
}
