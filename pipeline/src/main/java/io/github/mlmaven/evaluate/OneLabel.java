package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.evaluate.Variation.Scale;
import io.github.mlmaven.text.Shown;

/**
 * One label of rows, with how often it occurs, is predicted, and both.
 *
 * @param hits rows with the label that are predicted to have it
 * @param labelled rows with the label
 * @param predicted rows that are predicted to have it
 */
record OneLabel(ScoredLabels rows, int label, long hits, long labelled, long predicted) {

    /** What of a label is measured. */
    @FunctionalInterface
    private interface Ratio {
        /** @return not finite where it is not defined */
        double of(OneLabel label);
    }

    /** What a row moves a ratio by. */
    @FunctionalInterface
    private interface Move {
        /**
         * Times the number of all rows.
         *
         * @param has 1 where the row has the label, else 0
         * @param is 1 where it is predicted to have it, else 0
         * @param value of the ratio
         */
        double of(OneLabel label, double has, double is, double value);
    }

    /**
     * The label of a name.
     *
     * @throws MlException if the model does not have it
     */
    static OneLabel of(ScoredLabels rows, String name) {
        int label = place(rows, name);
        long labelled = 0;
        long predicted = 0;
        for (int other = 0; other < rows.names().size(); other++) {
            labelled += rows.count(label, other);
            predicted += rows.count(other, label);
        }
        return new OneLabel(rows, label, rows.count(label, label), labelled, predicted);
    }

    /**
     * The place of a label among those of the model.
     *
     * @throws MlException if it is none of them
     */
    static int place(ScoredLabels rows, String name) {
        int label = rows.names().indexOf(name);
        if (label < 0) {
            throw new MlException(
                    "A metric is asked for of the label " + Shown.quoted(name) + ", which the model does not have.",
                    "Write one of its labels in model.yaml: " + String.join(", ", rows.names()) + ".");
        }
        return label;
    }

    /** Of the rows that are predicted to have the label, the share that has it. */
    static Varied<ScoredLabels> precision(String name) {
        return varied(
                name,
                label -> (double) label.hits / label.predicted,
                (label, has, is, value) -> is * (has - value) / label.predicted,
                (label, groups) -> groups.having(row -> label.rows.predicted(row) == label.label),
                Scale.PROPORTION);
    }

    /** Of the rows with the label, the share that is predicted to have it. */
    static Varied<ScoredLabels> recall(String name) {
        return varied(
                name,
                label -> (double) label.hits / label.labelled,
                (label, has, is, value) -> has * (is - value) / label.labelled,
                (label, groups) -> groups.having(row -> label.rows.label(row) == label.label),
                Scale.PROPORTION);
    }

    /** Of the rows without the label, the share that is predicted not to have it. */
    static Varied<ScoredLabels> specificity(String name) {
        return varied(
                name,
                label -> (double) (label.without() - label.predicted + label.hits) / label.without(),
                (label, has, is, value) -> (1 - has) * (1 - is - value) / label.without(),
                (label, groups) -> groups.having(row -> label.rows.label(row) != label.label),
                Scale.PROPORTION);
    }

    /** Of all rows, the share that is predicted to have the label. */
    static Varied<ScoredLabels> selection(String name) {
        return Varied.mean((rows, row) -> rows.predicted(row) == place(rows, name) ? 1 : 0, Scale.PROPORTION);
    }

    /** C. J. van Rijsbergen, "Information retrieval", 1979, chapter 7. */
    static Varied<ScoredLabels> score(String name, double beta) {
        double square = beta * beta;
        return varied(
                name,
                label -> (1 + square) * label.hits / label.whole(square),
                (label, has, is, value) ->
                        ((1 + square) * has * is - value * (square * has + is)) / label.whole(square),
                (label, groups) -> Math.min(
                        groups.having(row -> label.rows.label(row) == label.label),
                        groups.having(row -> label.rows.predicted(row) == label.label)),
                Scale.SHARE);
    }

    private long without() {
        return rows.size() - labelled;
    }

    private double whole(double square) {
        return square * labelled + predicted;
    }

    private static Varied<ScoredLabels> varied(String name, Ratio ratio, Move move, Units units, Scale scale) {
        return new Varied<>(
                rows -> ratio.of(of(rows, name)),
                new Variation<>(
                        rows -> of(rows, name).moves(ratio, move),
                        (rows, groups) -> units.of(of(rows, name), groups),
                        scale));
    }

    @FunctionalInterface
    private interface Units {
        int of(OneLabel label, Groups groups);
    }

    private double[] moves(Ratio ratio, Move move) {
        double value = ratio.of(this);
        return Influence.of(
                rows.size(),
                row -> rows.size()
                        * move.of(this, rows.label(row) == label ? 1 : 0, rows.predicted(row) == label ? 1 : 0, value));
    }
}
