package io.github.mlmaven.step;

import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.Quantile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code curves.json}: what drawings of an evaluation need of single test rows, thinned and counted.
 *
 * @param labels of a classification, each label against the rest, that of most test rows first; of two labels the second alone
 * @param furtherLabels how many labels of test rows are not among them
 * @param errors of a regression
 * @param importance of the columns, where it is defined
 */
public record Curves(
        int format,
        List<LabelCurves> labels,
        long furtherLabels,
        Optional<Errors> errors,
        Optional<Importance> importance) {

    public static final int FORMAT = 1;

    public Curves {
        labels = List.copyOf(labels);
    }

    /** Those of which no importance is known. */
    public Curves(int format, List<LabelCurves> labels, long furtherLabels, Optional<Errors> errors) {
        this(format, labels, furtherLabels, errors, Optional.empty());
    }

    /** The same with the importance of columns. */
    public Curves with(Optional<Importance> found) {
        return new Curves(format, labels, furtherLabels, errors, found);
    }

    /**
     * What the model goes by.
     *
     * @param metric that gets worse
     * @param rows how many test rows that is of
     * @param shuffles how often each column was shuffled
     * @param columns those that matter most first
     */
    public record Importance(String metric, long rows, long shuffles, List<ImportantColumn> columns) {

        public Importance {
            columns = List.copyOf(columns);
        }
    }

    /**
     * How much worse the metric is where a column's values are shuffled among the rows.
     *
     * @param worse the mean, in the metric's unit; below 0 where it is better
     * @param least of one shuffle
     * @param most of one shuffle
     */
    public record ImportantColumn(String column, double worse, double least, double most) {}

    /**
     * A label against the rest.
     *
     * @param rows how many test rows have it
     * @param roc the share of other rows that score at least so high, and that of its own; empty where no row has another label
     * @param precision the share of its rows that score at least so high, and how many of all those are its own
     * @param reliability bins of rows by the probability that was said, the least first; those without rows are left out
     */
    public record LabelCurves(
            String label, long rows, Optional<Curve> roc, Curve precision, List<Reliability> reliability) {

        public LabelCurves {
            reliability = List.copyOf(reliability);
        }
    }

    /**
     * Points that a line goes through.
     *
     * @param area below the curve of all points, before it was thinned; absent where it is not defined
     * @param x of each point
     * @param y of each point
     */
    public record Curve(OptionalDouble area, List<Double> x, List<Double> y) {

        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() != y.size()) {
                throw new IllegalArgumentException(x.size() + " x and " + y.size() + " y");
            }
        }
    }

    /**
     * Rows to which the label was given about the same probability.
     *
     * @param predicted the mean of the probabilities
     * @param observed the share of the rows that have the label
     * @param interval in which the share probably is, with the confidence of the evaluation
     */
    public record Reliability(long rows, double predicted, double observed, Interval interval) {}

    /**
     * Predictions of numbers beside what was true; an error is the prediction less the label.
     *
     * @param histogram errors between edges
     * @param beyond how many errors are not between them
     * @param quantiles of all errors
     */
    public record Errors(Pairs pairs, Bins histogram, long beyond, List<Quantile> quantiles) {

        public Errors {
            quantiles = List.copyOf(quantiles);
        }
    }

    /**
     * What was true and what was predicted, counted in squares.
     *
     * @param edges of the squares, the same for both numbers
     * @param counts rows by what was true, columns by what was predicted
     * @param outside how many pairs are in no square
     */
    public record Pairs(List<Double> edges, List<List<Long>> counts, long outside) {

        public Pairs {
            edges = List.copyOf(edges);
            counts = counts.stream().map(List::copyOf).toList();
            int squares = edges.size() - 1;
            if (counts.size() != squares || counts.stream().anyMatch(row -> row.size() != squares)) {
                throw new IllegalArgumentException("counts that are not those of " + squares + " by " + squares);
            }
        }
    }
}
