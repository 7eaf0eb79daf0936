package io.github.mlmaven.validate;

import io.github.mlmaven.measure.drift.DriftCounts;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Known;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile knows a column's values by.
 *
 * @param times whether they are dates or timestamps: days to come are no drift, and no names
 */
record KnownValues(ColumnProfile before, boolean times) {

    /** Names of fewer rows are not held against others one by one: those that a sample has most of are rarer in the next. */
    private static final int NAMED_ROWS = 5;

    /** The values that are counted each, with their rows; none of times, and of a column in which hardly any comes again. */
    List<ValueCount> named() {
        return times
                ? List.of()
                : before.values().top().stream()
                        .filter(value -> value.count() >= NAMED_ROWS)
                        .toList();
    }

    /** What is known of all values, where it tells new ones. */
    Optional<Known> known() {
        return times ? Optional.empty() : before.values().known();
    }

    /** How other rows are counted to be held against it. */
    DriftCounts.As as() {
        List<Double> edges =
                before.numbers().map(Numbers::bins).map(Bins::edges).orElse(List.of());
        Set<String> hashes = hashes();
        return new DriftCounts.As(
                edges,
                named().stream().map(ValueCount::value).toList(),
                // Where they are not all known, none is called new.
                value -> known().isEmpty() || hashes.contains(ProfiledColumn.hash(value)));
    }

    private Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        String all = known().map(Known::hashes).orElse("");
        for (int at = 0; at < all.length(); at += Known.DIGITS) {
            hashes.add(all.substring(at, at + Known.DIGITS));
        }
        return hashes;
    }
}
