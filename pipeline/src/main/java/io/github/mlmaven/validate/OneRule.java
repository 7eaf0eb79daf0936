package io.github.mlmaven.validate;

import io.github.mlmaven.validate.TrainingSample.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much of the label one column tells by itself: rows are grouped by its value, or by 64 ranges of as many rows where it
 * has more numbers, and each row's label is guessed from the others of its group, which corrects for what a group of few rows
 * tells by chance. A missing value is a group too.
 *
 * @param column its index among the cells
 * @param ranged whether its values are numbers, which have ranges
 */
record OneRule(List<Row> rows, int column, boolean ranged) {

    private static final int RANGES = 64;

    /**
     * Of a classification: how many rows are guessed right by the label that most others of the group have, less those that
     * the most frequent label guesses, as a share of what that leaves; a tie is wrong.
     */
    double labels() {
        Map<String, Integer> all = new HashMap<>();
        Map<Long, Map<String, Integer>> groups = new HashMap<>();
        long[] keys = keys();
        for (int i = 0; i < keys.length; i++) {
            String label = rows.get(i).label();
            all.merge(label, 1, Integer::sum);
            groups.computeIfAbsent(keys[i], absent -> new HashMap<>()).merge(label, 1, Integer::sum);
        }
        int most = all.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int right = groups.values().stream().mapToInt(OneRule::right).sum();
        return most == rows.size() ? 0 : (double) (right - most) / (rows.size() - most);
    }

    /** Only rows of the label that leads by two are guessed right by the others of their group. */
    private static int right(Map<String, Integer> labels) {
        int[] rising =
                labels.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int first = rising[rising.length - 1];
        int second = rising.length == 1 ? 0 : rising[rising.length - 2];
        return first - 1 > second ? first : 0;
    }

    /** Of a regression: the share of the squared distances to the mean of all others that the mean of the group's others explains. */
    double numbers() {
        Map<Long, double[]> groups = new HashMap<>();
        long[] keys = keys();
        double sum = 0;
        for (int i = 0; i < keys.length; i++) {
            double[] group = groups.computeIfAbsent(keys[i], absent -> new double[2]);
            group[0]++;
            group[1] += rows.get(i).number();
            sum += rows.get(i).number();
        }
        double unexplained = 0;
        double all = 0;
        for (int i = 0; i < keys.length; i++) {
            double number = rows.get(i).number();
            double[] group = groups.getOrDefault(keys[i], new double[2]);
            double mean = (sum - number) / (keys.length - 1);
            double guess = group[0] > 1 ? (group[1] - number) / (group[0] - 1) : mean;
            unexplained += (number - guess) * (number - guess);
            all += (number - mean) * (number - mean);
        }
        return all > 0 ? 1 - unexplained / all : 0;
    }

    private long[] keys() {
        long[] cells = rows.stream().mapToLong(row -> row.cell(column)).toArray();
        double[] rising = Arrays.stream(cells)
                .filter(cell -> cell != TrainingSample.MISSING)
                .mapToDouble(Double::longBitsToDouble)
                .sorted()
                .toArray();
        if (!ranged || Arrays.stream(rising).distinct().count() <= RANGES) {
            return cells;
        }
        double[] bounds = IntStream.range(1, RANGES)
                .mapToDouble(i -> rising[(int) ((long) i * rising.length / RANGES)])
                .distinct()
                .toArray();
        return Arrays.stream(cells)
                .map(cell -> cell == TrainingSample.MISSING ? cell : range(bounds, Double.longBitsToDouble(cell)))
                .toArray();
    }

    /** How many bounds are at or below a number. */
    private static long range(double[] bounds, double number) {
        int found = Arrays.binarySearch(bounds, number);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
