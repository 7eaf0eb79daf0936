package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a column and how often each occurs: all of them, or none if there are more than a bound.
 *
 * @param bound on the number of different values, and so on memory
 */
public record Frequencies(String column, int bound) implements Measure<Frequencies.Tallies, ValueCounts> {

    /** What is kept while folding: counts by number or by text, whatever the column has. */
    public static final class Tallies {

        private final int bound;
        private boolean complete = true;
        private LongCounts numbers = new LongCounts();
        private NumberTexts kind = NumberTexts.DOUBLE;
        private final Map<String, Long> texts = new HashMap<>();
        private @Nullable Dictionary dictionary;
        private long[] codes = new long[0];

        private Tallies(int bound) {
            this.bound = bound;
        }

        private void add(String text, long count) {
            texts.merge(text, count, Long::sum);
        }

        private void addCodes(Column.Texts column) {
            if (column.dictionary() != dictionary) {
                flush();
                if (!complete) {
                    return;
                }
                dictionary = column.dictionary();
            }
            if (codes.length < column.dictionary().size()) {
                codes = Arrays.copyOf(
                        codes, Math.max(2 * codes.length, column.dictionary().size()));
            }
            int[] found = column.codes();
            for (int row = 0; row < column.rows(); row++) {
                if (found[row] != Column.Texts.MISSING) {
                    codes[found[row]]++;
                }
            }
            if (column.dictionary().size() > bound) {
                flush();
            }
        }

        /** Counts by code become counts by text. */
        private void flush() {
            if (dictionary != null) {
                for (int code = 0; code < codes.length; code++) {
                    if (codes[code] > 0) {
                        add(dictionary.text(code), codes[code]);
                    }
                }
                Arrays.fill(codes, 0);
            }
            stopBeyondBound();
        }

        private void stopBeyondBound() {
            if (texts.size() > bound || numbers.size() > bound) {
                complete = false;
                texts.clear();
                numbers = new LongCounts();
                codes = new long[0];
                dictionary = null;
            }
        }
    }

    @Override
    public Tallies start() {
        return new Tallies(bound);
    }

    @Override
    public void add(Tallies state, Batch batch) {
        if (!state.complete) {
            return;
        }
        Column found = batch.column(column);
        if (found instanceof Column.Texts texts) {
            state.addCodes(texts);
            return;
        }
        state.kind = NumberTexts.of(found);
        for (int row = 0; row < batch.rows(); row++) {
            if (!found.isMissing(row)) {
                state.numbers.add(state.kind.bits(found, row), 1);
            }
        }
        state.stopBeyondBound();
    }

    @Override
    public void merge(Tallies state, Tallies other) {
        other.flush();
        state.flush();
        state.complete &= other.complete;
        if (other.numbers.size() > 0) {
            state.kind = other.kind;
        }
        other.numbers.forEach(state.numbers::add);
        other.texts.forEach(state::add);
        if (!state.complete) {
            state.texts.clear();
            state.numbers = new LongCounts();
        }
        state.stopBeyondBound();
    }

    @Override
    public ValueCounts value(Tallies state) {
        state.flush();
        List<Frequency> rising = new ArrayList<>();
        state.texts.keySet().stream()
                .sorted(CodePoints.ORDER)
                .forEach(text -> rising.add(new Frequency(text, state.texts.getOrDefault(text, 0L))));
        state.kind.addRising(state.numbers, rising);
        return new ValueCounts(state.complete, rising);
    }
}
