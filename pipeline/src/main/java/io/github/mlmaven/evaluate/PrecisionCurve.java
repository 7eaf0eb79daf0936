package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;

/** Curves of precision over recall, one label against the rest. */
final class PrecisionCurve {

    private PrecisionCurve() {}

    /** The area under the curve, the mean over the labels that some rows have; NaN without any. */
    static double area(ScoredLabels rows) {
        return OneAgainstRest.mean(rows, PrecisionCurve::area);
    }

    /** The mean precision at the scores of the rows with the label: each adds as much recall as any other. */
    static double area(OneAgainstRest label) {
        double sum = 0;
        for (double score : label.with()) {
            sum += precision(label, score);
        }
        return sum / label.with().length;
    }

    /** The share of rows with the label among all that score as high. */
    private static double precision(OneAgainstRest label, double score) {
        int hits = label.with().length - OneAgainstRest.below(label.with(), score);
        return hits / (double) (hits + label.without().length - OneAgainstRest.below(label.without(), score));
    }

    /** The share of all rows that score as high. */
    private static double asHigh(OneAgainstRest label, double score) {
        return (label.with().length
                        - OneAgainstRest.below(label.with(), score)
                        + label.without().length
                        - OneAgainstRest.below(label.without(), score))
                / (double) label.size();
    }

    /**
     * What the rows move the area by: the derivative of a sum over the rows with the label, of which each row that scores as
     * high moves a term.
     */
    static double[] influence(ScoredLabels rows) {
        return OneAgainstRest.influence(rows, PrecisionCurve::area, PrecisionCurve::moves);
    }

    private static double[] moves(OneAgainstRest label) {
        double area = area(label);
        double[] with = label.with();
        double share = (double) with.length / label.size();
        // Sums over the rows with the label, from the lowest up.
        double[] ones = new double[with.length + 1];
        double[] precisions = new double[with.length + 1];
        for (int i = 0; i < with.length; i++) {
            double high = label.size() * asHigh(label, with[i]);
            ones[i + 1] = ones[i] + 1 / high;
            precisions[i + 1] = precisions[i] + precision(label, with[i]) / high;
        }
        return Influence.of(label.size(), row -> {
            int reached = OneAgainstRest.notAbove(with, label.score(row));
            double own = label.has(row) ? precision(label, label.score(row)) - area + ones[reached] : 0;
            return (own - precisions[reached]) / share;
        });
    }
}
