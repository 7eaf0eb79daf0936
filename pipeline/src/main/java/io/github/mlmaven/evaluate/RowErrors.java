package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;

/** How wrong each row is predicted: 1 for another label than the true one, else 0; of numbers how far off. */
final class RowErrors {

    private RowErrors() {}

    static double[] of(ScoredRows rows) {
        double[] errors = new double[rows.size()];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = of(rows, row);
        }
        return errors;
    }

    private static double of(ScoredRows rows, int row) {
        if (rows instanceof ScoredNumbers numbers) {
            return Math.abs(numbers.prediction(row) - numbers.label(row));
        }
        ScoredLabels labels = (ScoredLabels) rows;
        return labels.predicted(row) == labels.label(row) ? 0 : 1;
    }
}
