package io.github.mlmaven.evaluate;

import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Selection;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The test rows by the value, or the range, of a column. */
final class Slices {

    private static final String MISSING = "(missing)";

    private final ModelSpec spec;
    private final Table table;

    Slices(ModelSpec spec, Table table) {
        this.spec = spec;
        this.table = table;
    }

    /**
     * The slices of a column that have rows: values in the order of the schema, else rising; ranges rising; rows without a
     * value last.
     */
    List<Rows> of(SliceSpec slice) {
        return slice.bins().isEmpty() ? byValue(slice.column()) : byRange(slice);
    }

    private List<Rows> byValue(String column) {
        List<String> occurring = table.distinct(Part.TEST, column);
        Set<String> ordered = new LinkedHashSet<>(spec.column(column).domain().values());
        ordered.retainAll(occurring);
        ordered.addAll(occurring);
        List<String> names = new ArrayList<>(ordered);
        // A column without any value: an empty list would ask for numbers.
        List<String> values = names.isEmpty() ? List.of("") : names;
        return group(column, names, table.read(Part.TEST, Selection.index(column, values)));
    }

    private List<Rows> byRange(SliceSpec slice) {
        double[] bounds = slice.bins().stream().mapToDouble(Double::doubleValue).toArray();
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= bounds.length; i++) {
            names.add((i == 0 ? "(-inf" : "[" + Numbers.plain(bounds[i - 1])) + ", "
                    + (i == bounds.length ? "inf" : Numbers.plain(bounds[i])) + ")");
        }
        double[] values = table.read(Part.TEST, Selection.number(slice.column()));
        double[] ranges = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? value : range(value, bounds))
                .toArray();
        return group(slice.column(), names, ranges);
    }

    private static int range(double value, double[] bounds) {
        int range = 0;
        while (range < bounds.length && value >= bounds[range]) {
            range++;
        }
        return range;
    }

    private static List<Rows> group(String column, List<String> names, double[] positions) {
        List<Rows> slices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double wanted = i;
            add(
                    slices,
                    column,
                    names.get(i),
                    IntStream.range(0, positions.length)
                            .filter(row -> positions[row] == wanted)
                            .toArray());
        }
        add(
                slices,
                column,
                MISSING,
                IntStream.range(0, positions.length)
                        .filter(row -> Double.isNaN(positions[row]))
                        .toArray());
        return slices;
    }

    private static void add(List<Rows> slices, String column, String value, int[] rows) {
        if (rows.length > 0) {
            slices.add(new Rows(column, value, rows));
        }
    }

    /** Rows of a slice, by position among the test rows. */
    static final class Rows {

        private final String column;
        private final String value;
        private final int[] positions;

        private Rows(String column, String value, int[] positions) {
            this.column = column;
            this.value = value;
            this.positions = positions;
        }

        String column() {
            return column;
        }

        String value() {
            return value;
        }

        int[] positions() {
            return positions;
        }
    }
}
