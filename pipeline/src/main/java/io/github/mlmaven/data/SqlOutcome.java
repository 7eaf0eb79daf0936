package io.github.mlmaven.data;

import java.util.SortedMap;
import java.util.TreeMap;

/** What became of a condition in SQL that was written by the user. */
public sealed interface SqlOutcome {

    /** It is false for no row. */
    record Holds() implements SqlOutcome {}

    /** It is false for no row, and for none of rows that were drawn: it seems to test nothing. */
    record HoldsAlways(int drawn) implements SqlOutcome {}

    /**
     * It is false for some rows.
     *
     * @param first the first of them by position, with the values of the columns that the condition mentions
     */
    record Broken(long rows, SortedMap<Long, String> first) implements SqlOutcome {

        public Broken {
            first = new TreeMap<>(first);
        }
    }

    /** It cannot be evaluated, for a reason in the engine's words. */
    record Invalid(String reason) implements SqlOutcome {}
}
