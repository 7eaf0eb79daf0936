package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Histogram;
import io.github.mlmaven.pages.Chart.Line;
import io.github.mlmaven.pages.Chart.Other;
import io.github.mlmaven.pages.Chart.Quartiles;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Bins of some rows and of others in one drawing, on one axis and in one measure: the share of the rows that a bin holds.
 *
 * @param quartiles five numbers; empty where they are not known
 */
record Histograms(Outline rows, SortedMap<Other, Outline> others, List<Double> quartiles) {

    Chart chart() {
        double low = all().mapToDouble(Outline::low).min().orElseThrow();
        double high = all().mapToDouble(Outline::high).max().orElseThrow();
        double peak = all().mapToDouble(Outline::peak).max().orElseThrow();
        if (low == high || peak == 0) {
            return new Chart.Empty("Every value is " + Numbers.brief(low) + ".");
        }
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<Other, Outline> other : others.entrySet()) {
            Outline drawn = other.getValue();
            if (other.getKey() == Other.TRAINING && rows.distance(drawn, peak) < seen(drawn.most())) {
                continue;
            }
            lines.add(new Line(other.getKey(), drawn.path(low, high, peak)));
        }
        return new Histogram(rows.path(low, high, peak), lines, axis(low, high), quartiles(low, high), says(low, high));
    }

    /**
     * A distance, as a share of the longest bar, that is seen and that chance does not make: training rows that are drawn like
     * all of them would only blur these.
     *
     * @param most training rows of the longest bar
     */
    static double seen(long most) {
        return Math.max(0.05, 2 / Math.sqrt((double) Math.max(1, most)));
    }

    private Stream<Outline> all() {
        return Stream.concat(Stream.of(rows), others.values().stream());
    }

    private static List<String> axis(double low, double high) {
        return Stream.of(low, low / 2 + high / 2, high).map(Numbers::brief).toList();
    }

    private Optional<Quartiles> quartiles(double low, double high) {
        if (quartiles.size() != 5) {
            return Optional.empty();
        }
        List<String> at = quartiles.stream()
                .map(value -> Outline.coordinate(Outline.x(value, low, high)))
                .toList();
        return Optional.of(new Quartiles(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4)));
    }

    private String says(double low, double high) {
        String range = "Numbers from " + Numbers.brief(low) + " to " + Numbers.brief(high);
        return quartiles.size() == 5
                ? range + ", half of them from " + Numbers.brief(quartiles.get(1)) + " to "
                        + Numbers.brief(quartiles.get(3)) + "."
                : range + ".";
    }

    /** Bins from arrays. */
    static Outline bins(double[] edges, long[] counts) {
        return new Outline(
                Arrays.stream(edges).boxed().toList(),
                Arrays.stream(counts).boxed().toList());
    }
}
