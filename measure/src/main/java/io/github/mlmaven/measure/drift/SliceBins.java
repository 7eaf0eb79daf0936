package io.github.mlmaven.measure.drift;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.measure.drift.SliceCounts.Slice;
import io.github.mlmaven.measure.drift.SlicedCounts.Sliced;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which count of a column a row adds to. Used by one thread at a time. */
final class SliceBins {

    private final double[] edges;
    private final Map<String, Integer> names = new HashMap<>();
    private final boolean counts;

    private @Nullable Dictionary dictionary;
    private int[] byCode = new int[0];
    private int coded;

    SliceBins(Sliced column) {
        edges = column.edges().stream().mapToDouble(Double::doubleValue).toArray();
        column.names().forEach(name -> names.put(name, names.size()));
        counts = column.width() > 0;
    }

    /** @param slices by row, null for a row of none */
    void count(Column found, @Nullable Slice[] slices, int column) {
        if (!counts || found instanceof Column.Times) {
            countMissing(found, slices, column);
        } else if (found instanceof Column.Doubles numbers) {
            countDoubles(numbers, slices, column);
        } else if (found instanceof Column.Texts texts) {
            countTexts(texts, slices, column);
        } else {
            countOthers(found, slices, column);
        }
    }

    private static void countMissing(Column found, @Nullable Slice[] slices, int column) {
        for (int row = 0; row < found.rows(); row++) {
            Slice slice = slices[row];
            if (slice != null && found.isMissing(row)) {
                slice.addMissing(column);
            }
        }
    }

    // Most cells are these: a call for each is dear.
    private void countDoubles(Column.Doubles numbers, @Nullable Slice[] slices, int column) {
        double[] values = numbers.values();
        for (int row = 0; row < numbers.rows(); row++) {
            Slice slice = slices[row];
            if (slice == null) {
                continue;
            }
            if (Double.isNaN(values[row])) {
                slice.addMissing(column);
            } else {
                slice.add(column, bin(values[row]));
            }
        }
    }

    private void countTexts(Column.Texts texts, @Nullable Slice[] slices, int column) {
        learn(texts.dictionary());
        int[] codes = texts.codes();
        for (int row = 0; row < texts.rows(); row++) {
            Slice slice = slices[row];
            if (slice == null) {
                continue;
            }
            if (codes[row] == Column.Texts.MISSING) {
                slice.addMissing(column);
            } else {
                slice.add(column, byCode[codes[row]]);
            }
        }
    }

    private void countOthers(Column found, @Nullable Slice[] slices, int column) {
        for (int row = 0; row < found.rows(); row++) {
            Slice slice = slices[row];
            if (slice == null) {
                continue;
            }
            if (found.isMissing(row)) {
                slice.addMissing(column);
            } else {
                slice.add(column, found instanceof Column.Booleans ? name(found.text(row)) : bin(found.number(row)));
            }
        }
    }

    private int bin(double value) {
        // -0 is 0.
        int at = Arrays.binarySearch(edges, value + 0.0);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private int name(String text) {
        return names.getOrDefault(text, names.size());
    }

    private void learn(Dictionary of) {
        if (of != dictionary) {
            dictionary = of;
            coded = 0;
        }
        if (byCode.length < of.size()) {
            byCode = Arrays.copyOf(byCode, Math.max(of.size(), 2 * byCode.length));
        }
        for (; coded < of.size(); coded++) {
            byCode[coded] = name(of.text(coded));
        }
    }
}
