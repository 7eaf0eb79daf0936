package io.github.mlmaven.measure.drift;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Measure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a column counted as earlier rows were: exactly, by the edges and the values of a profile.
 *
 * @param rows whether each row of a batch is counted
 * @param as how
 */
public record DriftCounts(String column, Function<Batch, boolean[]> rows, As as)
        implements Measure<DriftCounts.Tally, DriftCounts.Counted> {

    /**
     * What is counted.
     *
     * @param edges of the bins of numbers, rising; empty for other columns
     * @param names of values that are counted each
     * @param known whether a value was there before
     */
    public record As(List<Double> edges, List<String> names, Predicate<String> known) {

        public As {
            edges = List.copyOf(edges);
            names = List.copyOf(names);
        }
    }

    /**
     * What was counted.
     *
     * @param rows of all counted rows
     * @param missing rows without a value
     * @param fresh rows whose value was not there before
     * @param bins numbers below the first edge, between edges, and from the last on
     * @param names rows by name; last those with another value
     */
    public record Counted(long rows, long missing, long fresh, List<Long> bins, List<Long> names) {

        public Counted {
            bins = List.copyOf(bins);
            names = List.copyOf(names);
        }
    }

    /** What is kept while folding. */
    public static final class Tally {

        private final double[] edges;
        private final Map<String, Integer> indexes = new HashMap<>();
        private long rows;
        private long missing;
        private long fresh;
        private final long[] bins;
        private final long[] names;

        private @Nullable Dictionary dictionary;
        /** By code: the index of the name, or beyond all names if it was not there before. */
        private int[] byCode = new int[0];

        private int coded;

        private Tally(As as) {
            edges = as.edges().stream().mapToDouble(Double::doubleValue).toArray();
            bins = new long[edges.length + 1];
            names = new long[as.names().size() + 1];
            for (int i = 0; i < as.names().size(); i++) {
                indexes.put(as.names().get(i), i);
            }
        }

        private void add(Column found, int row, As as) {
            rows++;
            if (found.isMissing(row)) {
                missing++;
                return;
            }
            int index;
            if (found instanceof Column.Texts texts) {
                index = index(texts, texts.codes()[row], as);
            } else {
                if (!(found instanceof Column.Booleans)) {
                    int at = Arrays.binarySearch(edges, found.number(row) + 0.0);
                    bins[at >= 0 ? at + 1 : -at - 1]++;
                }
                // The texts of numbers are dear.
                index = indexes.isEmpty() ? 0 : index(text(found, row), as);
            }
            names[Math.min(index, names.length - 1)]++;
            fresh += index == names.length ? 1 : 0;
        }

        /** As a profile writes it. */
        private static String text(Column found, int row) {
            return found instanceof Column.Booleans || found instanceof Column.Times
                    ? found.text(row)
                    : Column.decimal(found.number(row) + 0.0);
        }

        private int index(Column.Texts texts, int code, As as) {
            if (texts.dictionary() != dictionary) {
                dictionary = texts.dictionary();
                coded = 0;
            }
            if (code >= coded) {
                byCode = Arrays.copyOf(byCode, Math.max(byCode.length, dictionary.size()));
                for (; coded < dictionary.size(); coded++) {
                    byCode[coded] = index(dictionary.text(coded), as);
                }
            }
            return byCode[code];
        }

        private int index(String text, As as) {
            Integer index = indexes.get(text);
            if (index != null) {
                return index;
            }
            return as.known().test(text) ? names.length - 1 : names.length;
        }
    }

    @Override
    public Tally start() {
        return new Tally(as);
    }

    @Override
    public void add(Tally state, Batch batch) {
        Column found = batch.column(column);
        boolean[] counted = rows.apply(batch);
        for (int row = 0; row < batch.rows(); row++) {
            if (counted[row]) {
                state.add(found, row, as);
            }
        }
    }

    @Override
    public void merge(Tally state, Tally other) {
        state.rows += other.rows;
        state.missing += other.missing;
        state.fresh += other.fresh;
        Arrays.setAll(state.bins, i -> state.bins[i] + other.bins[i]);
        Arrays.setAll(state.names, i -> state.names[i] + other.names[i]);
    }

    @Override
    public Counted value(Tally state) {
        return new Counted(
                state.rows,
                state.missing,
                state.fresh,
                Arrays.stream(state.bins).boxed().toList(),
                Arrays.stream(state.names).boxed().toList());
    }
}
