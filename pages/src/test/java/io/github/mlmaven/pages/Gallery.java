package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Bar;
import io.github.mlmaven.pages.Chart.Bars;
import io.github.mlmaven.pages.Chart.Other;
import io.github.mlmaven.pages.Chart.Tick;
import io.github.mlmaven.pages.ColumnView.Fact;
import io.github.mlmaven.pages.ColumnView.Head;
import io.github.mlmaven.pages.ColumnView.Missing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One of each thing that a page can show. */
final class Gallery {

    private Gallery() {}

    static PageView view() {
        return new PageView(
                new PageView.Title("houses", "data/houses.csv", "53,940 rows · 2 columns"),
                new Mark(Mark.Tone.WARNING, "1 warning, no error."),
                Optional.of(List.of()),
                List.of(numbers(), categories()),
                List.of(new PageView.Related(
                        new PageView.Link("column-1", "carat"), new PageView.Link("column-2", "cut"), "0.41")),
                Optional.of(OverTimeView.of(
                        Pages.course(24), List.of("carat", "cut"), Map.of("carat", "column-1", "cut", "column-2"))));
    }

    private static ColumnView numbers() {
        return new ColumnView(
                "carat",
                new Head("column-1", "carat", "number · input", new Missing("0 %", false), "273", Optional.of("0.92")),
                List.of(new Mark(Mark.Tone.WARNING, "drift")),
                List.of(new Mark(
                        Mark.Tone.WARNING,
                        "Values moved by 0.23 standard deviations on average (0.18 to 0.29); 0.1 is allowed.")),
                Optional.of(new DriftView(
                        new Mark(Mark.Tone.WARNING, "drift"),
                        List.of(new DriftView.Row(
                                "standard deviations, since accepted",
                                "0.23",
                                "0.18 to 0.29",
                                "0.1",
                                new Mark(Mark.Tone.WARNING, "drift"))),
                        Optional.of(new Histograms(
                                        bell(26, 0, 5, 1.3),
                                        new TreeMap<>(Map.of(Other.TESTED, bell(26, 0, 5, 1.9))),
                                        List.of())
                                .chart()),
                        true)),
                new Histograms(
                                bell(60, 0, 5, 1.3),
                                new TreeMap<>(Map.of(
                                        Other.ACCEPTED, bell(26, 0, 5, 1.8), Other.TRAINING, bell(40, 0.2, 4.5, 1.35))),
                                List.of(0.4, 0.9, 1.3, 1.8, 3.2))
                        .chart(),
                List.of(
                        new Fact("missing", "0 %", Optional.of("0 %")),
                        new Fact("distinct", "273", Optional.of("270")),
                        new Fact("minimum", "0.2", Optional.of("0.2")),
                        new Fact("first quarter", "0.9", Optional.of("1.1")),
                        new Fact("median", "1.3", Optional.of("1.7")),
                        new Fact("mean", "1.398", Optional.of("1.8021")),
                        new Fact("third quarter", "1.8", Optional.of("2.3")),
                        new Fact("maximum", "5.01", Optional.of("5.01")),
                        new Fact("standard deviation", "0.474", Optional.of("0.48"))));
    }

    private static ColumnView categories() {
        return new ColumnView(
                "cut",
                new Head("column-2", "cut", "category · input", new Missing("1.3 %", true), "7", Optional.of("0.1")),
                List.of(),
                List.of(),
                Optional.empty(),
                new Bars(
                        List.of(
                                new Bar("Ideal", 100, "40 %", "21,551", List.of(new Tick(Other.ACCEPTED, 90))),
                                new Bar("Very Good", 48, "20 %", "12,082", List.of(new Tick(Other.ACCEPTED, 60))),
                                new Bar("Fair", 3, "< 0.1 %", "16", List.of())),
                        Optional.of("12 % have other values")),
                List.of(Fact.of("missing", "1.3 %"), Fact.of("distinct", "7")));
    }

    private static Outline bell(int bins, double low, double high, double middle) {
        double[] edges = new double[bins + 1];
        long[] counts = new long[bins];
        for (int i = 0; i <= bins; i++) {
            edges[i] = low + (high - low) * i / bins;
        }
        for (int i = 0; i < bins; i++) {
            double z = (edges[i] - middle) / (edges[i] < middle ? 0.4 : 0.9);
            counts[i] = (long) (10_000 * StrictMath.exp(-z * z / 2) / bins);
        }
        return Histograms.bins(edges, counts);
    }
}
