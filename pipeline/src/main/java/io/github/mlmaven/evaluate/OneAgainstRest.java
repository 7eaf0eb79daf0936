package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How one label is told from the rest: the scores of the rows that have it, and of those that have it not. */
final class OneAgainstRest {

    private final ScoredLabels rows;
    private final int label;
    private final double[] with;
    private final double[] without;

    private OneAgainstRest(ScoredLabels rows, int label) {
        this.rows = rows;
        this.label = label;
        this.with = scores(true);
        this.without = scores(false);
    }

    private double[] scores(boolean having) {
        return IntStream.range(0, rows.size())
                .filter(row -> has(row) == having)
                .mapToDouble(this::score)
                .sorted()
                .toArray();
    }

    /**
     * The label of a name.
     *
     * @throws io.github.mlmaven.api.MlException if the model does not have it
     */
    static OneAgainstRest of(ScoredLabels rows, String name) {
        return new OneAgainstRest(rows, OneLabel.place(rows, name));
    }

    /** Each label; of two one, since the scores of both say the same up to the rounding of 1 - p. */
    static List<OneAgainstRest> each(ScoredLabels rows) {
        int labels = rows.names().size();
        return IntStream.range(labels == 2 ? 1 : 0, labels)
                .mapToObj(label -> new OneAgainstRest(rows, label))
                .toList();
    }

    /** The mean of what is measured of each label, over those for which it is defined; NaN without any. */
    static double mean(ScoredLabels rows, ToDoubleFunction<OneAgainstRest> measure) {
        return each(rows).stream()
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** The mean of what the rows move it by, over the same labels. */
    static double[] influence(
            ScoredLabels rows, ToDoubleFunction<OneAgainstRest> measure, Function<OneAgainstRest, double[]> moves) {
        List<double[]> defined = each(rows).stream()
                .filter(label -> !Double.isNaN(measure.applyAsDouble(label)))
                .map(moves)
                .toList();
        return Influence.of(
                rows.size(),
                row -> defined.stream().mapToDouble(label -> label[row]).sum() / defined.size());
    }

    /**
     * The share of the rows with the label that are in a share of all rows, those with the highest scores; of rows that score
     * alike where they are cut, as large a part of those with the label as of the others. NaN without rows with the label.
     */
    double gain(double share) {
        if (isUnknown(with) || isUnknown(without)) {
            return Double.NaN;
        }
        double room = share * rows.size();
        double found = 0;
        int above = with.length + without.length;
        int left = with.length;
        int others = without.length;
        while (above > 0) {
            double score = highest(left, others);
            int hits = left - below(with, score);
            int tied = hits + others - below(without, score);
            if (tied >= room) {
                return (found + hits * room / tied) / with.length;
            }
            found += hits;
            room -= tied;
            left -= hits;
            others -= tied - hits;
            above -= tied;
        }
        return found / with.length;
    }

    /** Whether a score is no number; such scores come last. */
    private static boolean isUnknown(double[] scores) {
        return scores.length > 0 && Double.isNaN(scores[scores.length - 1]);
    }

    private double highest(int left, int others) {
        return Math.max(
                left == 0 ? Double.NEGATIVE_INFINITY : with[left - 1],
                others == 0 ? Double.NEGATIVE_INFINITY : without[others - 1]);
    }

    String name() {
        return rows.names().get(label);
    }

    int size() {
        return rows.size();
    }

    boolean has(int row) {
        return rows.label(row) == label;
    }

    double score(int row) {
        return rows.probability(row, label);
    }

    /** The scores of the rows with the label, from the lowest up. */
    double[] with() {
        return with;
    }

    /** The scores of the other rows, from the lowest up. */
    double[] without() {
        return without;
    }

    /** How many of some scores, which rise, are lower than one. */
    static int below(double[] scores, double score) {
        return first(scores, found -> found >= score);
    }

    /** How many of some scores, which rise, are not higher than one. */
    static int notAbove(double[] scores, double score) {
        return first(scores, found -> found > score);
    }

    private static int first(double[] scores, DoublePredicate is) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (is.test(scores[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
