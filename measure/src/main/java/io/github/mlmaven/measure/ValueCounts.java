package io.github.mlmaven.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The values of a column, with how often each occurs.
 *
 * @param complete whether these are all; if there were more than the bound, the list is empty
 * @param rising numbers and booleans by size, texts by code point
 */
public record ValueCounts(boolean complete, List<Frequency> rising) {

    public ValueCounts {
        rising = List.copyOf(rising);
    }

    /** The values alone, rising. */
    public List<String> values() {
        return rising.stream().map(Frequency::value).toList();
    }

    /** The most frequent values, most frequent first, then rising. */
    public List<Frequency> top(int limit) {
        // A stable sort: values of one frequency stay in their order.
        return rising.stream()
                .sorted(Comparator.comparingLong(Frequency::rows).reversed())
                .limit(limit)
                .toList();
    }

    /** The most frequent value, the least of those that are; none without values. */
    public Optional<String> mode() {
        return top(1).stream().map(Frequency::value).findFirst();
    }
}
