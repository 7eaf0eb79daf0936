package io.github.mlmaven.step;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code profile.json}: statistics of a table, small enough to travel with the model. */
public record Profile(int format, long rows, SortedMap<String, ColumnProfile> columns) {

    public static final int FORMAT = 1;

    public Profile {
        columns = new TreeMap<>(columns);
    }

    /**
     * Statistics of one column.
     *
     * @param missing rows without a value
     * @param distinct different values, estimated beyond a thousand
     * @param numbers for numeric columns with at least one value
     * @param top the most frequent values of other columns, at most ten, most frequent first, then by
     *     value; none of columns with more than ten thousand different values
     */
    public record ColumnProfile(long missing, long distinct, Optional<Numbers> numbers, List<ValueCount> top) {

        public ColumnProfile {
            top = List.copyOf(top);
        }
    }

    /** Exact but for the rounding of the mean's sum to a decimal. */
    public record Numbers(double min, double max, double mean) {}

    public record ValueCount(String value, long count) {}
}
