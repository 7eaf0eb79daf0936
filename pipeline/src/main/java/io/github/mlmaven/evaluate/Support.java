package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredRows;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many units there are of what a metric's error hangs on: of all rows, or of the rarest label, or of all labels but the
 * most frequent one. A unit is a row, or a group of rows.
 */
final class Support {

    /** The means over labels, in which a rare label has as much weight as a frequent one. */
    private static final Set<String> OF_EACH_LABEL =
            Set.of("balanced-accuracy", "macro-precision", "macro-recall", "macro-f1", "auc", "average-precision");

    /** Those that tell labels from a constant answer. */
    private static final Set<String> OF_ALL_BUT_ONE = Set.of("mcc", "kappa");

    private Support() {}

    static int of(String metric, ScoredRows rows, Groups groups) {
        Optional<Variation<ScoredRows>> told = ToldMetric.variation(metric, rows);
        if (told.isPresent()) {
            return told.get().units().of(rows, groups);
        }
        if (rows instanceof ScoredLabels labels && OF_EACH_LABEL.contains(metric)) {
            return ofEachLabel(labels, groups);
        }
        if (rows instanceof ScoredLabels labels && OF_ALL_BUT_ONE.contains(metric)) {
            int frequent = mostFrequent(labels);
            return groups.having(row -> labels.label(row) != frequent);
        }
        return groups.count();
    }

    /** The fewest units that have one of the labels, or have another one. */
    static int ofEachLabel(ScoredLabels rows, Groups groups) {
        return IntStream.range(0, rows.names().size())
                .filter(label -> occurrences(rows, label) > 0)
                .map(label -> ofLabel(rows, label, groups))
                .min()
                .orElse(0);
    }

    /** The units that have a label, or those that have another one where they are fewer. */
    static int ofLabel(ScoredLabels rows, int label, Groups groups) {
        return Math.min(groups.having(row -> rows.label(row) == label), groups.having(row -> rows.label(row) != label));
    }

    private static int mostFrequent(ScoredLabels rows) {
        long[] counts = IntStream.range(0, rows.names().size())
                .mapToLong(label -> occurrences(rows, label))
                .toArray();
        long most = Arrays.stream(counts).max().orElse(0);
        return IntStream.range(0, counts.length)
                .filter(label -> counts[label] == most)
                .findFirst()
                .orElse(0);
    }

    private static long occurrences(ScoredLabels rows, int label) {
        return IntStream.range(0, rows.names().size())
                .mapToLong(predicted -> rows.count(label, predicted))
                .sum();
    }
}
