package io.github.mlmaven.pages;

import io.github.mlmaven.pages.ColumnProfiles.Counted;
import io.github.mlmaven.pages.ColumnView.Fact;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Lengths;
import io.github.mlmaven.step.Profile.Moments;
import io.github.mlmaven.step.Profile.Quantile;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A column's statistics in numbers, beside those of the accepted data. */
final class ColumnFacts {

    private final ColumnProfiles profiles;
    private final List<Fact> facts = new ArrayList<>();

    ColumnFacts(ColumnProfiles profiles) {
        this.profiles = profiles;
    }

    List<Fact> facts() {
        add("missing", found -> Optional.of(ColumnViews.share(found.profile().missing(), found.of())));
        add("distinct", found -> Optional.of(ColumnViews.distinct(found.profile())));
        number("minimum", found -> Optional.of(found.min()));
        quantile("5 % are below", 0.05);
        quantile("25 % are below", 0.25);
        quantile("median", 0.5);
        quantile("75 % are below", 0.75);
        quantile("95 % are below", 0.95);
        number("maximum", found -> Optional.of(found.max()));
        number("mean", found -> Optional.of(found.mean()));
        number("standard deviation", Moments::deviation);
        add("zeros", found -> share(found, Moments::zeros));
        add("negative", found -> share(found, Moments::negatives));
        add("characters", found -> found.profile().lengths().map(ColumnFacts::range));
        add("tells of the label", found -> found.profile().label().map(ColumnViews::association));
        return List.copyOf(facts);
    }

    private void add(String name, Function<Counted, Optional<String>> fact) {
        fact.apply(profiles.rows())
                .ifPresent(value ->
                        facts.add(new Fact(name, value, profiles.accepted().flatMap(fact))));
    }

    private void number(String name, Function<Moments, Optional<Double>> number) {
        add(name, found -> moments(found).flatMap(number).map(Numbers::brief));
    }

    private void quantile(String name, double share) {
        add(
                name,
                found -> found.profile()
                        .numbers()
                        .flatMap(numbers -> numbers.quantiles().stream()
                                .filter(quantile -> quantile.share() == share)
                                .map(Quantile::value)
                                .map(Numbers::brief)
                                .findFirst()));
    }

    private static Optional<String> share(Counted found, Function<Moments, Long> count) {
        return moments(found).map(count).filter(some -> some > 0).map(some -> ColumnViews.share(some, found.of()));
    }

    private static Optional<Moments> moments(Counted found) {
        ColumnProfile profile = found.profile();
        return profile.numbers().map(numbers -> numbers.moments());
    }

    private static String range(Lengths lengths) {
        return lengths.min() == lengths.max()
                ? Numbers.count(lengths.min())
                : Numbers.count(lengths.min()) + " to " + Numbers.count(lengths.max());
    }
}
