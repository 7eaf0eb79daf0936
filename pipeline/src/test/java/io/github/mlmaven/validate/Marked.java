package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.data.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that are small enough to look at, with the parts of the split that they are in. */
final class Marked {

    private Marked() {}

    /**
     * Rows that follow one another.
     *
     * @param from position of the first
     * @param x numbers, NaN where there is none
     * @param labels texts of the column {@code k}, null where there is none
     */
    static Batch batch(long from, double[] x, List<String> labels, byte[] parts) {
        long[] positions = new long[x.length];
        for (int row = 0; row < x.length; row++) {
            positions[row] = from + row;
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", numbers(x));
        columns.put("k", texts(labels));
        return Part.mark(new Batch(x.length, positions, columns), parts);
    }

    /** Training rows of some columns. */
    static Batch training(Map<String, Column> columns, int rows) {
        return Part.mark(Batch.of(rows, columns), new byte[rows]);
    }

    static Column numbers(double... values) {
        return new Column.Doubles(values, values.length, List.of());
    }

    static Column texts(List<String> values) {
        Dictionary dictionary = new Dictionary();
        int[] codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            String value = values.get(row);
            codes[row] = value == null ? Column.Texts.MISSING : dictionary.code(value);
        }
        return new Column.Texts(codes, codes.length, dictionary);
    }
}
