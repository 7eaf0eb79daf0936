package io.github.mlmaven.validate;

import io.github.mlmaven.measure.drift.DriftCounts;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Known;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a profile knows a column's values by. */
record KnownValues(ColumnProfile before) {

    /** How other rows are counted to be held against it. */
    DriftCounts.As as() {
        List<Double> edges =
                before.numbers().map(Numbers::bins).map(Bins::edges).orElse(List.of());
        Set<String> hashes = hashes();
        return new DriftCounts.As(
                edges,
                before.values().top().stream().map(ValueCount::value).toList(),
                // Where they are not all known, none is called new.
                value -> before.values().known().isEmpty() || hashes.contains(ProfiledColumn.hash(value)));
    }

    private Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        String all = before.values().known().map(Known::hashes).orElse("");
        for (int at = 0; at < all.length(); at += Known.DIGITS) {
            hashes.add(all.substring(at, at + Known.DIGITS));
        }
        return hashes;
    }
}
