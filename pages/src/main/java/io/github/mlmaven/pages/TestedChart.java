package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Bar;
import io.github.mlmaven.pages.Chart.Bars;
import io.github.mlmaven.pages.Chart.Other;
import io.github.mlmaven.pages.Chart.Tick;
import io.github.mlmaven.pages.ColumnProfiles.Counted;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Training rows and over them the test rows, by the bins or the values that they are compared by.
 *
 * @param all the column among all rows, which has the least number and the greatest
 * @param tested how the test rows were counted
 * @param rows how many test rows there are
 */
record TestedChart(ColumnProfile all, Counted training, DataDrift.Counted tested, long rows) {

    private static final int SHOWN = 10;

    /** Empty where there is nothing to draw. */
    Optional<Chart> chart() {
        Optional<Numbers> numbers = all.numbers();
        if (numbers.isPresent() && training.profile().numbers().isPresent()) {
            return histogram(numbers.get(), training.profile().numbers().get().bins());
        }
        return tested.values().isEmpty() ? Optional.empty() : Optional.of(bars());
    }

    private Optional<Chart> histogram(Numbers range, Bins bins) {
        if (bins.edges().isEmpty() || tested.bins().size() != bins.counts().size()) {
            return Optional.empty();
        }
        List<Double> edges = new ArrayList<>();
        edges.add(Math.min(range.min(), bins.edges().get(0)));
        edges.addAll(bins.edges());
        edges.add(Math.max(range.max(), bins.edges().get(bins.edges().size() - 1)));
        TreeMap<Other, Outline> over = new TreeMap<>();
        over.put(Other.TESTED, new Outline(edges, tested.bins()));
        return Optional.of(new Histograms(new Outline(edges, bins.counts()), over, List.of()).chart());
    }

    private Chart bars() {
        List<ValueCount> shown = tested.values().stream().limit(SHOWN).toList();
        double most = shown.stream()
                .flatMap(value -> Stream.of(training.share(value.value()), share(value)))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        List<Bar> bars = shown.stream()
                .map(value -> new Bar(
                        VisibleText.bar(value.value()),
                        most == 0 ? 0 : 100 * training.share(value.value()) / most,
                        ColumnViews.share(value.count(), rows),
                        io.github.mlmaven.text.Numbers.count(value.count()),
                        List.of(new Tick(Other.TESTED, most == 0 ? 0 : 100 * share(value) / most))))
                .toList();
        return new Bars(bars, Optional.empty());
    }

    private double share(ValueCount value) {
        return rows == 0 ? 0 : (double) value.count() / rows;
    }
}
