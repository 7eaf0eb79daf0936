package io.github.mlmaven.evaluate;

import java.util.Map;

/** The metrics that follow from how often each label was predicted for each true label. */
final class ConfusionMetrics {

    private final long[][] confusion;
    private long right;
    private long all;
    private double recalls;
    private double precisions;
    private double f1s;
    private int occurring;
    private int seen;

    private ConfusionMetrics(long[][] confusion) {
        this.confusion = confusion;
    }

    /** The metrics of a confusion matrix with at least one row of the table in it. */
    static Map<String, Double> of(long[][] confusion) {
        ConfusionMetrics sums = new ConfusionMetrics(confusion);
        for (int label = 0; label < confusion.length; label++) {
            sums.add(label);
        }
        return Map.of(
                "accuracy", (double) sums.right / sums.all,
                "balanced-accuracy", sums.recalls / sums.occurring,
                "macro-precision", sums.precisions / sums.seen,
                "macro-recall", sums.recalls / sums.seen,
                "macro-f1", sums.f1s / sums.seen);
    }

    private void add(int label) {
        long hits = confusion[label][label];
        long labelled = 0;
        long predicted = 0;
        for (int other = 0; other < confusion.length; other++) {
            labelled += confusion[label][other];
            predicted += confusion[other][label];
        }
        right += hits;
        all += labelled;
        recalls += share(hits, labelled);
        precisions += share(hits, predicted);
        f1s += share(2 * hits, labelled + predicted);
        occurring += labelled > 0 ? 1 : 0;
        seen += labelled + predicted > 0 ? 1 : 0;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
