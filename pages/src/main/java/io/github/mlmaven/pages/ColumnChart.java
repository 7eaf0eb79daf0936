package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Bar;
import io.github.mlmaven.pages.Chart.Bars;
import io.github.mlmaven.pages.Chart.Empty;
import io.github.mlmaven.pages.Chart.Other;
import io.github.mlmaven.pages.Chart.Tick;
import io.github.mlmaven.pages.ColumnProfiles.Counted;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.Quantile;
import io.github.mlmaven.step.Profile.ValueCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How a column's values are drawn: numbers as a histogram, the most frequent values of others as bars. */
final class ColumnChart {

    private static final int SHOWN_BARS = 10;

    /** What the box below a histogram shows. */
    private static final List<Double> BOX = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private final ColumnProfiles profiles;

    private ColumnChart(ColumnProfiles profiles) {
        this.profiles = profiles;
    }

    static Chart of(ColumnProfiles profiles) {
        return new ColumnChart(profiles).chart();
    }

    private Chart chart() {
        ColumnProfile profile = profiles.profile();
        if (profile.missing() == profiles.rows().of()) {
            return new Empty("No row has a value.");
        }
        if (!profile.top().isEmpty()
                && (profile.numbers().isEmpty() || profile.top().size() <= SHOWN_BARS)) {
            return bars();
        }
        return outline(profiles.rows())
                .map(this::histogram)
                .orElseGet(() -> new Empty("Too many different values to count each."));
    }

    private Chart histogram(Outline rows) {
        SortedMap<Other, Outline> others = new TreeMap<>();
        profiles.others()
                .forEach((other, counted) -> outline(counted).ifPresent(outline -> others.put(other, outline)));
        return new Histograms(rows, others, box()).chart();
    }

    private List<Double> box() {
        List<Quantile> quantiles =
                profiles.profile().numbers().map(Numbers::quantiles).orElse(List.of());
        return BOX.stream()
                .flatMap(share -> quantiles.stream()
                        .filter(quantile -> quantile.share() == share)
                        .map(Quantile::value))
                .toList();
    }

    private static Optional<Outline> outline(Counted counted) {
        return counted.profile()
                .numbers()
                .map(Numbers::histogram)
                .filter(bins -> bins.edges().size() == bins.counts().size() + 1)
                .filter(bins -> !bins.counts().isEmpty())
                .map(bins -> new Outline(bins.edges(), bins.counts()));
    }

    private Chart bars() {
        List<ValueCount> shown = shown();
        double most = shown.stream()
                .flatMapToDouble(value -> DoubleStream.concat(
                        DoubleStream.of(profiles.rows().share(value.value())),
                        profiles.others().values().stream().mapToDouble(other -> other.share(value.value()))))
                .max()
                .orElseThrow();
        long rows = profiles.rows().of();
        List<Bar> bars = shown.stream()
                .map(value -> new Bar(
                        VisibleText.bar(value.value()),
                        100 * profiles.rows().share(value.value()) / most,
                        ColumnViews.share(value.count(), rows),
                        io.github.mlmaven.text.Numbers.count(value.count()),
                        ticks(value.value(), most)))
                .toList();
        return new Bars(bars, others(shown));
    }

    /** The most frequent values; numbers, of which there are few then, in their order. */
    private List<ValueCount> shown() {
        Stream<ValueCount> shown = profiles.profile().top().stream().limit(SHOWN_BARS);
        return profiles.profile().numbers().isEmpty()
                ? shown.toList()
                : shown.sorted(Comparator.comparing(value -> new BigDecimal(value.value())))
                        .toList();
    }

    private List<Tick> ticks(String value, double most) {
        List<Tick> ticks = new ArrayList<>();
        double own = profiles.rows().share(value) / most;
        for (Map.Entry<Other, Counted> other : profiles.others().entrySet()) {
            double at = other.getValue().share(value) / most;
            long longest = StrictMath.round(most * other.getValue().of());
            if (other.getKey() != Other.TRAINING || Math.abs(at - own) >= Histograms.seen(longest)) {
                ticks.add(new Tick(other.getKey(), 100 * at));
            }
        }
        return ticks;
    }

    private Optional<String> others(List<ValueCount> shown) {
        long rows = profiles.rows().of() - profiles.profile().missing();
        long others = rows - shown.stream().mapToLong(ValueCount::count).sum();
        long values = profiles.profile().distinct() - shown.size();
        return others > 0 && values > 0
                ? Optional.of(ColumnViews.share(others, profiles.rows().of()) + " of the rows have "
                        + (profiles.profile().values().error() > 0 ? "about " : "one of ")
                        + PageView.counted(values, "other value"))
                : Optional.empty();
    }
}
