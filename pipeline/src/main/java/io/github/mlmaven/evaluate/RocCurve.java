package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import java.util.stream.IntStream;

/** Curves of receiver operating characteristics, one label against the rest. */
final class RocCurve {

    private RocCurve() {}

    /** The area under the curve, the mean over the labels that some rows have and some have not; NaN without any. */
    static double area(ScoredLabels rows) {
        int labels = rows.names().size();
        double sum = 0;
        int areas = 0;
        // With two labels both areas are the same, up to the rounding of 1 - p: one is enough.
        for (int label = labels == 2 ? 1 : 0; label < labels; label++) {
            double area = area(rows, label);
            if (!Double.isNaN(area)) {
                sum += area;
                areas++;
            }
        }
        return sum / areas;
    }

    /** The probability that a row with the label scores above one without, a tie counting half; NaN without such rows. */
    private static double area(ScoredLabels rows, int label) {
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

    private static double[] scores(ScoredLabels rows, int label, boolean having) {
        return IntStream.range(0, rows.size())
                .filter(row -> (rows.label(row) == label) == having)
                .mapToDouble(row -> rows.probability(row, label))
                .sorted()
                .toArray();
    }
}
