package io.github.mlmaven.evaluate;

import java.util.SortedMap;

/** Test rows with what was true and what was predicted. Formulas and their sources are in {@code docs/metrics.md}. */
sealed interface Scored permits ScoredNumbers, ScoredLabels {

    /**
     * The metrics of some of the rows. Sums run in the order given, so that equal rows have equal metrics to the last bit.
     *
     * @param rows at least one, by position
     * @return finite values; a metric that is not defined for these rows is absent
     */
    SortedMap<String, Double> metrics(int[] rows);
}
