package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** By how much each row moves a metric. */
interface Influence<R extends ScoredRows> {

    /**
     * One number for each row.
     *
     * @return not finite where the metric is not defined
     */
    double[] of(R rows);

    /** What the rows move a metric by; empty for one that has no influence function here. */
    static Optional<double[]> moves(String metric, ScoredRows rows) {
        Optional<Variation<ScoredRows>> told = ToldMetric.variation(metric, rows);
        if (told.isPresent()) {
            return Optional.of(told.get().influence().of(rows));
        }
        return rows instanceof ScoredNumbers numbers
                ? Optional.ofNullable(NumberInfluence.ALL.get(metric)).map(influence -> influence.of(numbers))
                : Optional.ofNullable(LabelInfluence.ALL.get(metric))
                        .map(influence -> influence.of((ScoredLabels) rows));
    }

    /** Of some numbers' mean: how far each is from it. */
    static double[] ofMean(int rows, IntToDoubleFunction value) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += value.applyAsDouble(row);
        }
        double mean = sum / rows;
        return of(rows, row -> value.applyAsDouble(row) - mean);
    }

    static double[] of(int rows, IntToDoubleFunction value) {
        double[] moves = new double[rows];
        Arrays.setAll(moves, value);
        return moves;
    }

    /** The standard error of a metric whose rows move it so; NaN of one row. */
    static double standardError(double[] moves) {
        return standardError(moves, Groups.ofRows(moves.length));
    }

    /**
     * The same where rows were drawn in groups, as of a total of clusters: W. G. Cochran, "Sampling techniques", 1977, 9A.
     *
     * @return NaN of one group
     */
    static double standardError(double[] moves, Groups groups) {
        double[] sums = groups.sums(moves);
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        double drawn = sums.length / (sums.length - 1.0);
        return sums.length == 1 ? Double.NaN : Math.sqrt(drawn * squares) / moves.length;
    }
}
