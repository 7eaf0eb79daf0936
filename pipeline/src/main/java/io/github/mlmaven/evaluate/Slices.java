package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.model.Categories;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The test rows by the value, or the range, of a column. */
final class Slices {

    private static final String MISSING = "(missing)";

    private final ModelSpec spec;
    private final Rows rows;

    Slices(ModelSpec spec, Rows rows) {
        this.spec = spec;
        this.rows = rows;
    }

    /**
     * The slices of a column that have rows: values in the order of the schema, else rising; ranges rising; rows without a
     * value last.
     */
    List<SliceRows> of(SliceSpec slice) {
        return slice.bins().isEmpty() ? byValue(slice.column()) : byRange(slice);
    }

    private List<SliceRows> byValue(String column) {
        Fold fold = new Fold();
        Fold.Result<ValueCounts> occurring = fold.plan(new Frequencies(column, Integer.MAX_VALUE));
        rows.read(Part.TEST, List.of(column), fold::add);
        Set<String> ordered = new LinkedHashSet<>(spec.column(column).domain().values());
        ordered.retainAll(Set.copyOf(occurring.value().values()));
        ordered.addAll(occurring.value().values());
        List<String> names = List.copyOf(ordered);
        Categories places = new Categories(names);
        return group(column, names, (found, groups, first) -> {
            int[] placed = places.places(found, 0, found.rows());
            System.arraycopy(placed, 0, groups, first, placed.length);
        });
    }

    private List<SliceRows> byRange(SliceSpec slice) {
        double[] bounds = slice.bins().stream().mapToDouble(Double::doubleValue).toArray();
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= bounds.length; i++) {
            names.add((i == 0 ? "(-inf" : "[" + Numbers.plain(bounds[i - 1])) + ", "
                    + (i == bounds.length ? "inf" : Numbers.plain(bounds[i])) + ")");
        }
        return group(slice.column(), names, (found, groups, first) -> {
            for (int row = 0; row < found.rows(); row++) {
                groups[first + row] = range(found.number(row), bounds);
            }
        });
    }

    private static int range(double value, double[] bounds) {
        if (Double.isNaN(value)) {
            return Categories.MISSING;
        }
        int range = 0;
        while (range < bounds.length && value >= bounds[range]) {
            range++;
        }
        return range;
    }

    private List<SliceRows> group(String column, List<String> names, Grouping grouping) {
        int[] groups = new int[Math.toIntExact(rows.count(Part.TEST))];
        int[] filled = {0};
        rows.read(Part.TEST, List.of(column), batch -> {
            grouping.group(batch.column(column), groups, filled[0]);
            filled[0] += batch.rows();
        });
        List<SliceRows> slices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            add(slices, column, names.get(i), rows(groups, i));
        }
        add(slices, column, MISSING, rows(groups, Categories.MISSING));
        return slices;
    }

    private static int[] rows(int[] groups, int group) {
        return IntStream.range(0, groups.length)
                .filter(row -> groups[row] == group)
                .toArray();
    }

    private static void add(List<SliceRows> slices, String column, String value, int[] rows) {
        if (rows.length > 0) {
            slices.add(new SliceRows(column, value, rows));
        }
    }

    /** Says of which slice each row of a batch is. */
    @FunctionalInterface
    private interface Grouping {

        /**
         * Numbers the rows of a batch.
         *
         * @param groups receives the positions of the rows' slices
         * @param first where the first row's goes
         */
        void group(Column column, int[] groups, int first);
    }
}
