package io.github.mlmaven.api;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of a classification. Labels are numbers: their positions among the model's labels. */
public final class ScoredLabels implements ScoredRows {

    private final List<String> names;
    private final int[] labels;
    private final double[] probabilities;
    private final int[] rows;
    private final long[][] confusion;

    /**
     * Rows; the arrays are kept.
     *
     * @param names the model's labels, in its order
     * @param labels of each row
     * @param probabilities row-major: one for each of the model's labels
     */
    public ScoredLabels(List<String> names, int[] labels, double[] probabilities) {
        this(
                List.copyOf(names),
                labels,
                probabilities,
                IntStream.range(0, labels.length).toArray());
    }

    private ScoredLabels(List<String> names, int[] labels, double[] probabilities, int[] rows) {
        this.names = names;
        this.labels = labels;
        this.probabilities = probabilities;
        this.rows = rows;
        this.confusion = new long[names.size()][names.size()];
        for (int row = 0; row < rows.length; row++) {
            confusion[label(row)][predicted(row)]++;
        }
    }

    @Override
    public int size() {
        return rows.length;
    }

    /** The model's labels, in its order. */
    public List<String> names() {
        return names;
    }

    /** What was true of a row. */
    public int label(int row) {
        return labels[rows[row]];
    }

    /** How probable a label was said to be for a row. */
    public double probability(int row, int label) {
        return probabilities[rows[row] * names.size() + label];
    }

    /** The most probable label of a row; the first of equals. */
    public int predicted(int row) {
        int best = 0;
        for (int label = 1; label < names.size(); label++) {
            if (probability(row, label) > probability(row, best)) {
                best = label;
            }
        }
        return best;
    }

    /** How many rows of a label were predicted to have a label. */
    public long count(int label, int predicted) {
        return confusion[label][predicted];
    }

    @Override
    public ScoredLabels pick(int[] picked) {
        return new ScoredLabels(
                names,
                labels,
                probabilities,
                IntStream.of(picked).map(row -> rows[row]).toArray());
    }

    @Override
    public double measure(Metric metric) {
        return metric.of(this);
    }
}
