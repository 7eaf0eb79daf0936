package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Curves of precision over recall, one label against the rest. */
final class PrecisionCurve {

    private PrecisionCurve() {}

    /** The area under the curve, the mean over the labels that some rows have; NaN without any. */
    static double area(ScoredLabels rows) {
        int labels = rows.names().size();
        double sum = 0;
        int areas = 0;
        for (int label = labels == 2 ? 1 : 0; label < labels; label++) {
            double area = area(rows, label);
            if (!Double.isNaN(area)) {
                sum += area;
                areas++;
            }
        }
        return sum / areas;
    }

    /** The sum of precisions, each by how much recall it adds: rows of one score come in together. NaN without the label. */
    private static double area(ScoredLabels rows, int label) {
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -rows.probability(row, label)))
                .mapToInt(Integer::intValue)
                .toArray();
        long hits = 0;
        long before = 0;
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            hits += rows.label(order[i]) == label ? 1 : 0;
            boolean isLast =
                    i + 1 == order.length || rows.probability(order[i], label) != rows.probability(order[i + 1], label);
            if (isLast) {
                sum += (hits - before) * ((double) hits / (i + 1));
                before = hits;
            }
        }
        return hits == 0 ? Double.NaN : sum / hits;
    }
}
