package io.github.mlmaven.draft;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import java.util.Arrays;

/**
 * What a model would say that looks at no input, and knows the labels of the test: their mean for every row, or how often
 * each of them occurs. A limit that this model keeps holds nothing back.
 */
final class WithoutInputs {

    private WithoutInputs() {}

    /** The same rows with what it says of them. */
    static ScoredNumbers of(ScoredNumbers rows) {
        double[] labels = new double[rows.size()];
        Arrays.setAll(labels, rows::label);
        double[] constant = new double[labels.length];
        Arrays.fill(constant, Arrays.stream(labels).sum() / labels.length);
        return new ScoredNumbers(labels, constant);
    }

    /** The same rows with what it says of them. */
    static ScoredLabels of(ScoredLabels rows) {
        int names = rows.names().size();
        int[] labels = new int[rows.size()];
        double[] shares = new double[names];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.label(row);
            shares[labels[row]] += 1.0 / labels.length;
        }
        double[] probabilities = new double[labels.length * names];
        Arrays.setAll(probabilities, place -> shares[place % names]);
        return new ScoredLabels(rows.names(), labels, probabilities);
    }

    static ScoredRows of(ScoredRows rows) {
        return rows instanceof ScoredNumbers numbers ? of(numbers) : of((ScoredLabels) rows);
    }
}
