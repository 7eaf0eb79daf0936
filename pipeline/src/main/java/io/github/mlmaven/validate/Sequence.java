package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.measure.CanonicalKey;
import io.github.mlmaven.measure.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows whose value is below that of the row before, within rows that have equal values in some columns; rows without a
 * value do not count. Batches and states are of rows one after the other; of which order they come in does not matter.
 */
record Sequence(String column, List<String> by, boolean strictly) implements Measure<Sequence.Runs, Found> {

    /** What is kept while folding: runs of rows without a gap, by the position of the first. */
    static final class Runs {

        private final TreeMap<Long, Run> runs = new TreeMap<>();
        private final CanonicalKey key;

        private Runs(List<String> by) {
            key = new CanonicalKey(by);
        }
    }

    /** Rows one after the other. */
    private static final class Run {

        private final Map<String, Ends> ends = new HashMap<>();
        private final Found found = new Found();
        private long next;

        private Run(long next) {
            this.next = next;
        }
    }

    /** The first and the last value of a sequence. */
    private record Ends(Value first, Value last) {}

    /** @param rank rises as values do */
    private record Value(long position, long rank, String text) {}

    @Override
    public Runs start() {
        return new Runs(by);
    }

    @Override
    public void add(Runs state, Batch batch) {
        int from = 0;
        for (int row = 1; row <= batch.rows(); row++) {
            if (row == batch.rows() || batch.position(row) != batch.position(row - 1) + 1) {
                Run run = new Run(batch.position(from));
                for (int each = from; each < row; each++) {
                    add(run, state.key, batch, each);
                }
                put(state, batch.position(from), run);
                from = row;
            }
        }
    }

    private void add(Run run, CanonicalKey key, Batch batch, int row) {
        run.next = batch.position(row) + 1;
        Column values = batch.column(column);
        if (!values.isMissing(row)) {
            Value value = new Value(batch.position(row), rank(values, row), values.text(row));
            follow(run, by.isEmpty() ? "" : key.text(batch, row), new Ends(value, value));
        }
    }

    private static long rank(Column column, int row) {
        if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        }
        if (column instanceof Column.Times times) {
            return times.values()[row];
        }
        long bits = Double.doubleToLongBits(column.number(row) + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private void follow(Run run, String key, Ends next) {
        Ends before = run.ends.get(key);
        if (before == null) {
            run.ends.put(key, next);
            return;
        }
        long last = before.last().rank();
        long first = next.first().rank();
        if (strictly ? first <= last : first < last) {
            run.found.add(
                    next.first().position(),
                    () -> next.first().text() + " after " + before.last().text());
        }
        run.ends.put(key, new Ends(before.first(), next.last()));
    }

    /** Adds a run, and joins it with those that it touches. */
    private void put(Runs state, long from, Run run) {
        Map.Entry<Long, Run> before = state.runs.lowerEntry(from);
        if (before != null && before.getValue().next == from) {
            join(before.getValue(), run);
            join(state, before.getKey(), before.getValue());
        } else {
            state.runs.put(from, run);
            join(state, from, run);
        }
    }

    private void join(Runs state, long from, Run run) {
        Run after = state.runs.get(run.next);
        if (after != null && run.next > from) {
            state.runs.remove(run.next);
            join(run, after);
        }
    }

    private void join(Run run, Run after) {
        run.found.add(after.found);
        after.ends.forEach((key, ends) -> follow(run, key, ends));
        run.next = after.next;
    }

    @Override
    public void merge(Runs state, Runs other) {
        other.runs.forEach((from, run) -> put(state, from, run));
    }

    @Override
    public Found value(Runs state) {
        Run all = new Run(0);
        state.runs.values().forEach(run -> join(all, run));
        return all.found;
    }
}
