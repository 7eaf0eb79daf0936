package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;

/** Curves of receiver operating characteristics, one label against the rest. */
final class RocCurve {

    private RocCurve() {}

    /** The area under the curve, the mean over the labels that some rows have and some have not; NaN without any. */
    static double area(ScoredLabels rows) {
        return OneAgainstRest.mean(rows, RocCurve::area);
    }

    /** The probability that a row with the label scores above one without, a tie counting half; NaN without such rows. */
    static double area(OneAgainstRest label) {
        double[] without = label.without();
        long twiceWins = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : label.with()) {
            while (below < without.length && without[below] < score) {
                below++;
            }
            while (notAbove < without.length && without[notAbove] <= score) {
                notAbove++;
            }
            twiceWins += below + notAbove;
        }
        return twiceWins / (2.0 * label.with().length * without.length);
    }

    /**
     * What the rows move the area by: E. R. DeLong et al., "Comparing the areas under two or more correlated receiver operating
     * characteristic curves", 1988, in the fast form of X. Sun and W. Xu, 2014.
     */
    static double[] influence(ScoredLabels rows) {
        return OneAgainstRest.influence(rows, RocCurve::area, label -> {
            double area = area(label);
            double share = (double) label.with().length / label.size();
            return Influence.of(
                    label.size(),
                    row -> label.has(row)
                            ? (won(label.without(), label.score(row)) - area) / share
                            : (1 - won(label.with(), label.score(row)) - area) / (1 - share));
        });
    }

    /** The share of some scores that another one beats, a tie counting half. */
    private static double won(double[] others, double score) {
        return (OneAgainstRest.below(others, score) + OneAgainstRest.notAbove(others, score)) / (2.0 * others.length);
    }
}
