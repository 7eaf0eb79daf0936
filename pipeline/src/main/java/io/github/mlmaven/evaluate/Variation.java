package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredRows;

/**
 * How a metric varies with the rows that it is of.
 *
 * @param influence by how much each row moves it
 * @param units how many rows or groups of rows its error hangs on
 * @param scale what its values are
 */
record Variation<R extends ScoredRows>(Influence<R> influence, Units<R> units, Scale scale) {

    /** What the values of a metric are, which says how they can be off. */
    enum Scale {
        /** Of any size. */
        SIZE,
        /** A share, which has a spread although none was seen. */
        SHARE,
        /** The share of its units that have something. */
        PROPORTION,
        /** An area between 0 and 1. */
        AREA
    }

    /** Counts what an error hangs on. */
    @FunctionalInterface
    interface Units<R extends ScoredRows> {
        int of(R rows, Groups groups);
    }

    /** Of a metric that all rows move alike. */
    static <R extends ScoredRows> Variation<R> ofAll(Influence<R> influence, Scale scale) {
        return new Variation<>(influence, (rows, groups) -> groups.count(), scale);
    }
}
