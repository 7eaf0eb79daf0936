package io.github.mlmaven.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A classification. */
final class ScoredLabels implements Scored {

    private static final double SMALLEST_PROBABILITY = 1e-15;

    private final int[] labels;
    private final double[] probabilities;
    private final int count;

    /**
     * Keeps the arrays.
     *
     * @param labels of each row, the position among the model's labels
     * @param probabilities row-major: one for each of the model's labels
     * @param count how many labels the model has, at least 2
     */
    ScoredLabels(int[] labels, double[] probabilities, int count) {
        this.labels = labels;
        this.probabilities = probabilities;
        this.count = count;
    }

    @Override
    public SortedMap<String, Double> metrics(int[] rows) {
        long[][] confusion = confusion(rows);
        SortedMap<String, Double> metrics = new TreeMap<>(ConfusionMetrics.of(confusion));
        metrics.put("log-loss", logLoss(rows));
        double auc = auc(rows);
        if (!Double.isNaN(auc)) {
            metrics.put("auc", auc);
        }
        return metrics;
    }

    /** The most probable label of a row; the first of equals. */
    int predicted(int row) {
        int best = 0;
        for (int label = 1; label < count; label++) {
            if (probability(row, label) > probability(row, best)) {
                best = label;
            }
        }
        return best;
    }

    double probability(int row, int label) {
        return probabilities[row * count + label];
    }

    /** Numbers of rows by true label and predicted label. */
    long[][] confusion(int[] rows) {
        long[][] confusion = new long[count][count];
        for (int row : rows) {
            confusion[labels[row]][predicted(row)]++;
        }
        return confusion;
    }

    private double logLoss(int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum -= Math.log(Math.min(1, Math.max(SMALLEST_PROBABILITY, probability(row, labels[row]))));
        }
        return sum / rows.length;
    }

    // With two labels both one-versus-rest areas are the same area, up to the rounding of 1 - p: one is enough.
    private double auc(int[] rows) {
        double sum = 0;
        int areas = 0;
        for (int label = count == 2 ? 1 : 0; label < count; label++) {
            double area = auc(rows, label);
            if (!Double.isNaN(area)) {
                sum += area;
                areas++;
            }
        }
        return sum / areas;
    }

    /** The probability that a row with the label scores above one without, a tie counting half; NaN without such rows. */
    private double auc(int[] rows, int label) {
        double[] with = scores(rows, label, true);
        double[] without = scores(rows, label, false);
        long twiceWins = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : with) {
            while (below < without.length && without[below] < score) {
                below++;
            }
            while (notAbove < without.length && without[notAbove] <= score) {
                notAbove++;
            }
            twiceWins += below + notAbove;
        }
        return twiceWins / (2.0 * with.length * without.length);
    }

    private double[] scores(int[] rows, int label, boolean having) {
        return Arrays.stream(rows)
                .filter(row -> (labels[row] == label) == having)
                .mapToDouble(row -> probability(row, label))
                .sorted()
                .toArray();
    }

    static List<List<Long>> asLists(long[][] confusion) {
        List<List<Long>> lists = new ArrayList<>();
        for (long[] row : confusion) {
            lists.add(Arrays.stream(row).boxed().toList());
        }
        return lists;
    }
}
