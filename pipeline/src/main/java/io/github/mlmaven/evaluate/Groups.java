package io.github.mlmaven.evaluate;

import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.measure.CanonicalKey;
import io.github.mlmaven.spec.DataSpec;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which test rows were drawn together: those with one value of the columns that the split keeps together, {@code split.group}
 * or {@code data.id}. Where there are several of a group, the group is the unit that was sampled, and not the row.
 */
final class Groups {

    /** By row, from 0 without gaps. */
    private final int[] numbers;

    private final int count;

    private Groups(int[] numbers, int count) {
        this.numbers = numbers;
        this.count = count;
    }

    /** Each row by itself. */
    static Groups ofRows(int rows) {
        return new Groups(IntStream.range(0, rows).toArray(), rows);
    }

    /** Rows with equal numbers belong together. */
    static Groups of(int... numbers) {
        Map<Integer, Integer> dense = new HashMap<>();
        int[] found = new int[numbers.length];
        for (int row = 0; row < found.length; row++) {
            Integer seen = dense.putIfAbsent(numbers[row], dense.size());
            found[row] = seen == null ? dense.size() - 1 : seen;
        }
        return new Groups(found, dense.size());
    }

    /** Those of the test rows. */
    static Groups ofTest(Rows rows, DataSpec data) {
        List<String> columns =
                data.split().group().isEmpty() ? data.id() : data.split().group();
        int count = Math.toIntExact(rows.count(Part.TEST));
        if (columns.isEmpty()) {
            return ofRows(count);
        }
        CanonicalKey key = new CanonicalKey(columns);
        Map<String, Integer> dense = new HashMap<>();
        int[] numbers = new int[count];
        int[] filled = {0};
        rows.read(Part.TEST, columns, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                Integer seen = dense.putIfAbsent(key.text(batch, row), dense.size());
                numbers[filled[0]++] = seen == null ? dense.size() - 1 : seen;
            }
        });
        return new Groups(numbers, dense.size());
    }

    Groups pick(int[] rows) {
        return of(Arrays.stream(rows).map(row -> numbers[row]).toArray());
    }

    int count() {
        return count;
    }

    /** Whether each row is a group of its own. */
    boolean areRows() {
        return count == numbers.length;
    }

    /** How many groups have a row of some kind. */
    int having(IntPredicate rows) {
        BitSet having = new BitSet(count);
        for (int row = 0; row < numbers.length; row++) {
            if (rows.test(row)) {
                having.set(numbers[row]);
            }
        }
        return having.cardinality();
    }

    /** The sums of what the rows of each group have. */
    double[] sums(double[] values) {
        if (areRows()) {
            return values;
        }
        double[] sums = new double[count];
        for (int row = 0; row < values.length; row++) {
            sums[numbers[row]] += values[row];
        }
        return sums;
    }
}
