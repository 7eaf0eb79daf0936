package io.github.mlmaven.measure.drift;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.CalendarUnit;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import java.util.List;

/**
 * Rows of columns counted by slices of time: in each slice by the edges or the names that all slices share, so that slices
 * add up. All columns are one measure, as the slice of a row is looked for once.
 *
 * @param time a column of dates or timestamps
 * @param every what a slice is
 * @param most slices from the first to the last; of more nothing is counted, so that memory is bounded
 */
public record SlicedCounts(String time, CalendarUnit every, List<Sliced> columns, int most)
        implements Measure<SlicedCounts.State, SliceCounts> {

    public SlicedCounts {
        columns = List.copyOf(columns);
    }

    /**
     * How a column is counted: with edges as numbers, with names as texts or booleans, else only whether it has a value.
     *
     * @param edges rising
     */
    public record Sliced(String column, List<Double> edges, List<String> names) {

        public Sliced {
            edges = List.copyOf(edges);
            names = List.copyOf(names);
            if (!edges.isEmpty() && !names.isEmpty()) {
                throw new IllegalArgumentException("'" + column + "' is counted by edges and by names");
            }
        }

        /** How many counts a slice has of it. */
        int width() {
            return edges.isEmpty() && names.isEmpty() ? 0 : Math.max(edges.size(), names.size()) + 1;
        }
    }

    /** What is kept while folding. */
    public static final class State {

        private final SliceCounts counts;
        private final RowSlices rows;
        private final List<SliceBins> bins;

        private State(SlicedCounts measure) {
            counts = new SliceCounts(
                    measure.columns.stream().mapToInt(Sliced::width).toArray(), measure.most);
            rows = new RowSlices(measure.every);
            bins = measure.columns.stream().map(SliceBins::new).toList();
        }
    }

    @Override
    public State start() {
        return new State(this);
    }

    @Override
    public void add(State state, Batch batch) {
        if (!(batch.column(time) instanceof Column.Times times)) {
            throw new IllegalArgumentException("column '" + time + "' has no times");
        }
        SliceCounts.Slice[] slices = state.rows.of(times, state.counts);
        if (state.counts.isTooMany()) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            state.bins.get(i).count(batch.column(columns.get(i).column()), slices, i);
        }
    }

    @Override
    public void merge(State state, State other) {
        state.counts.add(other.counts);
    }

    @Override
    public SliceCounts value(State state) {
        return state.counts;
    }
}
