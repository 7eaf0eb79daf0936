package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.Categories;
import io.github.mlmaven.spec.ModelSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Some test rows cut by each column of the schema but the label and what tells rows or groups apart and is no input of the
 * model: categories and booleans by their values, numbers by their quartiles, or by their values where they are few. Texts and times make no slices, nor do
 * categories with many values.
 */
final class ColumnCuts {

    /** Of more columns no slice is looked at. */
    private static final int MOST_COLUMNS = 100;

    private static final int MOST_VALUES = 100;
    private static final int FEW_NUMBERS = 8;
    private static final int RANGES = 4;

    /** Columns whose values are in memory at once. */
    private static final int AT_ONCE = 20;

    private final Rows rows;
    private final Set<String> inputs;
    private final IntPredicate looked;
    private final int count;

    /**
     * Cuts of some rows.
     *
     * @param inputs of the model
     * @param looked says of a test row's place whether it is one of them
     * @param count how many are
     */
    ColumnCuts(Rows rows, List<String> inputs, IntPredicate looked, int count) {
        this.rows = rows;
        this.inputs = Set.copyOf(inputs);
        this.looked = looked;
        this.count = count;
    }

    /** By column, in the order of the schema. */
    Map<String, Cut> of(ModelSpec spec) {
        List<String> columns = spec.columns().entrySet().stream()
                .filter(column -> makesSlices(column.getValue().type()))
                .map(Map.Entry::getKey)
                .filter(column -> !column.equals(spec.data().label()))
                .filter(column -> inputs.contains(column) || !tellsApart(spec, column))
                .limit(MOST_COLUMNS)
                .toList();
        Map<String, Cut> cuts = new LinkedHashMap<>();
        for (int first = 0; first < columns.size(); first += AT_ONCE) {
            cuts.putAll(read(columns.subList(first, Math.min(columns.size(), first + AT_ONCE)), spec));
        }
        return cuts;
    }

    private static boolean tellsApart(ModelSpec spec, String column) {
        return spec.data().id().contains(column) || spec.data().split().group().contains(column);
    }

    private static boolean makesSlices(ColumnType type) {
        return type.isNumeric() || type == ColumnType.CATEGORY || type == ColumnType.BOOLEAN;
    }

    private Map<String, Cut> read(List<String> columns, ModelSpec spec) {
        List<Values> all = columns.stream()
                .<Values>map(column -> spec.column(column).type().isNumeric() ? new Reals(count) : new Texts(count))
                .toList();
        int[] place = {0};
        int[] filled = {0};
        rows.read(Part.TEST, columns, batch -> {
            for (int row = 0; row < batch.rows(); row++, place[0]++) {
                if (looked.test(place[0])) {
                    for (int i = 0; i < columns.size(); i++) {
                        all.get(i).put(filled[0], batch.column(columns.get(i)), row);
                    }
                    filled[0]++;
                }
            }
        });
        Map<String, Cut> cuts = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Cut cut = all.get(i).cut();
            if (cut.size() <= MOST_VALUES) {
                cuts.put(columns.get(i), cut);
            }
        }
        return cuts;
    }

    /** The values of a column. */
    private interface Values {
        void put(int place, Column column, int row);

        Cut cut();
    }

    /** Numbered in the order in which they are found. */
    private static final class Texts implements Values {

        private final int[] groups;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        Texts(int count) {
            this.groups = new int[count];
        }

        @Override
        public void put(int place, Column column, int row) {
            groups[place] = column.isMissing(row) ? Categories.MISSING : number(column.text(row));
        }

        private int number(String text) {
            Integer known = numbers.putIfAbsent(text, names.size());
            if (known == null) {
                names.add(text);
                return names.size() - 1;
            }
            return known;
        }

        @Override
        public Cut cut() {
            return new Cut(names, groups);
        }
    }

    private static final class Reals implements Values {

        private final double[] values;

        Reals(int count) {
            this.values = new double[count];
        }

        @Override
        public void put(int place, Column column, int row) {
            values[place] = column.number(row);
        }

        @Override
        public Cut cut() {
            double[] bounds = bounds();
            List<String> names = new ArrayList<>();
            for (int i = 0; i <= bounds.length; i++) {
                names.add(Slices.range(bounds, i));
            }
            return new Cut(
                    names,
                    Arrays.stream(values)
                            .mapToInt(value -> Slices.range(value, bounds))
                            .toArray());
        }

        /** Where ranges begin, but for the first: at each value but the lowest where they are few, else at the quartiles. */
        private double[] bounds() {
            double[] sorted = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            SortedSet<Double> starts = new TreeSet<>();
            for (int i = 0; i < sorted.length && starts.size() <= FEW_NUMBERS; i++) {
                starts.add(sorted[i]);
            }
            if (starts.size() > FEW_NUMBERS) {
                starts.clear();
                for (long i = 1; i < RANGES; i++) {
                    starts.add(sorted[(int) (i * sorted.length / RANGES)]);
                }
            }
            if (sorted.length > 0) {
                starts.remove(sorted[0]);
            }
            return starts.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
