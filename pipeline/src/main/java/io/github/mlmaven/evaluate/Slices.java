package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
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
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The test rows by the value, or the range, of a column, or by the values of several. */
final class Slices {

    private static final int MOST = 10_000;

    private final ModelSpec spec;
    private final Rows rows;

    Slices(ModelSpec spec, Rows rows) {
        this.spec = spec;
        this.rows = rows;
    }

    /**
     * The slices that have rows: values in the order of the schema, else rising; ranges rising; rows without a value last; of
     * several columns in the order of the first, then of the others.
     *
     * @throws MlException if there are more than {@value #MOST}
     */
    List<SliceRows> of(SliceSpec slice) {
        return slice.where().map(condition -> of(slice, condition)).orElseGet(() -> ofColumns(slice));
    }

    private List<SliceRows> of(SliceSpec slice, String condition) {
        int[] positions = rows.where(Part.TEST, condition);
        return positions.length == 0 ? List.of() : List.of(new SliceRows(slice.title(), shown(condition), positions));
    }

    /** On one line: what is accepted of a slice is not of another condition under the same name. */
    private static String shown(String condition) {
        return condition.strip().replaceAll("\\s+", " ");
    }

    private List<SliceRows> ofColumns(SliceSpec slice) {
        String column = slice.column().orElseThrow();
        List<Cut> cuts = new ArrayList<>();
        cuts.add(slice.isOfRanges() ? byRange(column, slice) : byValue(column));
        slice.with().forEach(other -> cuts.add(byValue(other)));
        SortedMap<Long, List<Integer>> found = new TreeMap<>();
        for (int row = 0; row < cuts.get(0).rows(); row++) {
            found.computeIfAbsent(key(cuts, row), key -> new ArrayList<>()).add(row);
        }
        if (found.size() > MOST) {
            throw new MlException(
                    "The test rows have " + Numbers.count(found.size()) + " slices of " + slice.title() + ".",
                    "At most " + Numbers.count(MOST)
                            + " can be measured: slice by a column with fewer values (evaluate.slices).");
        }
        return found.values().stream()
                .map(positions -> new SliceRows(
                        slice.title(),
                        cuts.stream().map(cut -> cut.name(positions.get(0))).collect(Collectors.joining(" x ")),
                        positions.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    /** The same for rows of one slice, rising with the slices. */
    private static long key(List<Cut> cuts, int row) {
        long key = 0;
        for (Cut cut : cuts) {
            key = Math.addExact(Math.multiplyExact(key, (long) cut.size()), cut.group(row));
        }
        return key;
    }

    private Cut byValue(String column) {
        Fold fold = new Fold();
        Fold.Result<ValueCounts> occurring = fold.plan(new Frequencies(column, Integer.MAX_VALUE));
        rows.read(Part.TEST, List.of(column), fold::add);
        Set<String> ordered = new LinkedHashSet<>(spec.column(column).domain().values());
        ordered.retainAll(Set.copyOf(occurring.value().values()));
        ordered.addAll(occurring.value().values());
        List<String> names = List.copyOf(ordered);
        Categories places = new Categories(names);
        return cut(column, names, (found, groups, first) -> {
            int[] placed = places.places(found, 0, found.rows());
            System.arraycopy(placed, 0, groups, first, placed.length);
        });
    }

    private Cut byRange(String column, SliceSpec slice) {
        double[] bounds = slice.quantiles().isPresent()
                ? quantiles(column, slice.quantiles().getAsLong())
                : slice.bins().stream().mapToDouble(Double::doubleValue).toArray();
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= bounds.length; i++) {
            names.add(
                    slice.quantiles().isPresent()
                            ? "quantile %s of %s".formatted(i + 1, bounds.length + 1)
                            : range(bounds, i));
        }
        return cut(column, names, (found, groups, first) -> {
            for (int row = 0; row < found.rows(); row++) {
                groups[first + row] = range(found.number(row), bounds);
            }
        });
    }

    /** The values that so many ranges of as many test rows begin with, but for the first range. */
    private double[] quantiles(String column, long count) {
        double[] values = new double[Math.toIntExact(rows.count(Part.TEST))];
        int[] filled = {0};
        rows.read(Part.TEST, List.of(column), batch -> {
            Column found = batch.column(column);
            for (int row = 0; row < batch.rows(); row++) {
                if (!found.isMissing(row)) {
                    values[filled[0]++] = found.number(row);
                }
            }
        });
        Arrays.sort(values, 0, filled[0]);
        double[] bounds = new double[(int) count - 1];
        Arrays.setAll(
                bounds, i -> filled[0] == 0 ? 0 : values[(int) Math.min(filled[0] - 1L, (i + 1L) * filled[0] / count)]);
        return bounds;
    }

    /** A range as people read it. */
    static String range(double[] bounds, int range) {
        return (range == 0 ? "(-inf" : "[" + Numbers.plain(bounds[range - 1])) + ", "
                + (range == bounds.length ? "inf" : Numbers.plain(bounds[range])) + ")";
    }

    /** In which of the ranges between rising bounds a value is. */
    static int range(double value, double[] bounds) {
        if (Double.isNaN(value)) {
            return Categories.MISSING;
        }
        int range = 0;
        while (range < bounds.length && value >= bounds[range]) {
            range++;
        }
        return range;
    }

    private Cut cut(String column, List<String> names, Grouping grouping) {
        int[] groups = new int[Math.toIntExact(rows.count(Part.TEST))];
        int[] filled = {0};
        rows.read(Part.TEST, List.of(column), batch -> {
            grouping.group(batch.column(column), groups, filled[0]);
            filled[0] += batch.rows();
        });
        return new Cut(names, groups);
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
