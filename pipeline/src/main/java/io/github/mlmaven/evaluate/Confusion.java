package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;

/** What follows from how often each label was predicted for each true label. */
final class Confusion {

    private final ScoredLabels rows;
    private final Totals totals = new Totals();
    private long right;
    private double recalls;
    private double precisions;
    private double f1s;
    private double weightedPrecisions;
    private double weightedF1s;
    private int occurring;
    private int seen;

    private Confusion(ScoredLabels rows) {
        this.rows = rows;
    }

    /** The confusion of at least one row. */
    static Confusion of(ScoredLabels rows) {
        Confusion sums = new Confusion(rows);
        for (int label = 0; label < rows.names().size(); label++) {
            sums.add(label);
        }
        return sums;
    }

    private void add(int label) {
        long hits = rows.count(label, label);
        long labelled = 0;
        long predicted = 0;
        for (int other = 0; other < rows.names().size(); other++) {
            labelled += rows.count(label, other);
            predicted += rows.count(other, label);
        }
        right += hits;
        totals.add(labelled, predicted);
        recalls += share(hits, labelled);
        precisions += share(hits, predicted);
        weightedPrecisions += labelled * share(hits, predicted);
        f1s += share(2 * hits, labelled + predicted);
        weightedF1s += labelled * share(2 * hits, labelled + predicted);
        occurring += labelled > 0 ? 1 : 0;
        seen += labelled + predicted > 0 ? 1 : 0;
    }

    double accuracy() {
        return (double) right / rows.size();
    }

    double balancedAccuracy() {
        return recalls / occurring;
    }

    double macroPrecision() {
        return precisions / seen;
    }

    double macroRecall() {
        return recalls / seen;
    }

    double macroF1() {
        return f1s / seen;
    }

    double weightedPrecision() {
        return weightedPrecisions / rows.size();
    }

    double weightedF1() {
        return weightedF1s / rows.size();
    }

    /**
     * The mean F score in which recall counts beta times as much as precision.
     *
     * @param weighted by how often each label occurs, else over the labels that are seen
     */
    static double score(ScoredLabels rows, double beta, boolean weighted) {
        double square = beta * beta;
        double sum = 0;
        int seen = 0;
        for (String name : rows.names()) {
            OneLabel label = OneLabel.of(rows, name);
            double whole = square * label.labelled() + label.predicted();
            double score = whole == 0 ? 0 : (1 + square) * label.hits() / whole;
            sum += weighted ? label.labelled() * score : score;
            seen += whole == 0 ? 0 : 1;
        }
        return sum / (weighted ? rows.size() : seen);
    }

    /** The correlation of labels and predictions; J. Gorodkin, "Comparing two K-category assignments", 2004. */
    double correlation() {
        double all = (double) rows.size() * rows.size();
        return ((double) right * rows.size() - totals.products)
                / Math.sqrt((all - totals.labelled) * (all - totals.predicted));
    }

    /** The agreement beyond chance; J. Cohen, "A coefficient of agreement for nominal scales", 1960. */
    double agreement() {
        double all = (double) rows.size() * rows.size();
        return ((double) right * rows.size() - totals.products) / (all - totals.products);
    }

    /** Sums of squares and products of how often each label occurs and is predicted: whole numbers, up to 2^53 exact. */
    private static final class Totals {

        private double labelled;
        private double predicted;
        private double products;

        private void add(long occurs, long said) {
            labelled += (double) occurs * occurs;
            predicted += (double) said * said;
            products += (double) occurs * said;
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
