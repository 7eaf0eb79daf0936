package io.github.mlmaven.api;

/** Rows with what was true and what was predicted. Immutable. */
public sealed interface ScoredRows permits ScoredNumbers, ScoredLabels {

    /** How many rows there are. */
    int size();

    /**
     * Some of the rows.
     *
     * @param rows by index, in the order that they then have
     */
    ScoredRows pick(int[] rows);

    /** The metric of these rows; not finite where it is not defined. */
    double measure(Metric metric);
}
