package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Other;
import io.github.mlmaven.pages.DataPage.Profiles;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The statistics of one column, in the rows of the page and in others. */
record ColumnProfiles(Counted rows, SortedMap<Other, Counted> others) {

    /**
     * A column among rows.
     *
     * @param of how many rows there are
     */
    record Counted(long of, ColumnProfile profile) {

        static Optional<Counted> of(String column, Profile profile) {
            return Optional.ofNullable(profile.columns().get(column)).map(found -> new Counted(profile.rows(), found));
        }

        /** Rows with a value among all. */
        double share(String value) {
            return profile.top().stream()
                    .filter(top -> top.value().equals(value))
                    .mapToDouble(top -> (double) top.count() / of)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Empty for a column that the rows of the page do not have. */
    static Optional<ColumnProfiles> of(String column, Profiles profiles) {
        SortedMap<Other, Counted> others = new TreeMap<>();
        profiles.accepted()
                .flatMap(accepted -> Counted.of(column, accepted))
                .ifPresent(found -> others.put(Other.ACCEPTED, found));
        profiles.training()
                .flatMap(training -> Counted.of(column, training))
                .ifPresent(found -> others.put(Other.TRAINING, found));
        return Counted.of(column, profiles.rows()).map(found -> new ColumnProfiles(found, others));
    }

    ColumnProfile profile() {
        return rows.profile();
    }

    Optional<Counted> accepted() {
        return Optional.ofNullable(others.get(Other.ACCEPTED));
    }

    Optional<Counted> training() {
        return Optional.ofNullable(others.get(Other.TRAINING));
    }
}
