package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Histogram;
import io.github.mlmaven.pages.Chart.Quartiles;
import io.github.mlmaven.pages.ColumnView.Fact;
import io.github.mlmaven.pages.Plot.Axis;
import io.github.mlmaven.pages.Plot.Shape;
import io.github.mlmaven.step.Curves.Errors;
import io.github.mlmaven.step.Curves.Pairs;
import io.github.mlmaven.step.Profile.Quantile;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Predictions of numbers beside what was true.
 *
 * @param outside which rows the first drawing does not show
 * @param beyond which rows the second one does not show
 */
record ErrorsView(
        Plot pairs, Optional<String> outside, Chart histogram, Optional<String> beyond, List<Fact> quantiles) {

    private static final int SHADES = 8;

    ErrorsView {
        quantiles = List.copyOf(quantiles);
    }

    static ErrorsView of(Errors errors) {
        return new ErrorsView(
                plot(errors.pairs()),
                notShown(errors.pairs().outside()),
                histogram(errors),
                notShown(errors.beyond()),
                errors.quantiles().stream()
                        .map(quantile -> Fact.of(name(quantile), Numbers.brief(quantile.value())))
                        .toList());
    }

    private static Optional<String> notShown(long rows) {
        return rows == 0
                ? Optional.empty()
                : Optional.of(
                        PageView.counted(rows, "row") + (rows == 1 ? " is" : " are") + " outside of the drawing.");
    }

    private static String name(Quantile quantile) {
        if (quantile.share() == 0) {
            return "lowest";
        }
        return quantile.share() == 1
                ? "highest"
                : quantile.share() == 0.5 ? "median" : Numbers.plain(100 * quantile.share()) + " % are below";
    }

    private static Plot plot(Pairs pairs) {
        int squares = pairs.counts().size();
        long most = pairs.counts().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Map<Integer, StringBuilder> shades = new TreeMap<>();
        String side = Outline.coordinate((double) Plot.SIDE / squares);
        for (int label = 0; label < squares; label++) {
            for (int predicted = 0; predicted < squares; predicted++) {
                long rows = pairs.counts().get(label).get(predicted);
                if (rows > 0) {
                    shades.computeIfAbsent(shade(rows, most), shade -> new StringBuilder())
                            .append('M')
                            .append(Plot.across((double) label / squares))
                            .append(' ')
                            .append(Plot.up((predicted + 1.0) / squares))
                            .append("h" + side + "v" + side + "h-" + side + "z");
                }
            }
        }
        List<Shape> shapes = new ArrayList<>();
        shades.forEach((shade, path) -> shapes.add(new Shape("shade s" + shade, path.toString())));
        shapes.add(Plot.DIAGONAL);
        double low = pairs.edges().get(0);
        double middle = pairs.edges().get(squares / 2);
        double high = pairs.edges().get(squares);
        return new Plot(
                "Predicted against true",
                axis("what was true", low, middle, high),
                axis("what was predicted", low, middle, high),
                shapes,
                "Predicted against true values, from " + Numbers.brief(low) + " to " + Numbers.brief(high)
                        + ", darker where there are more rows");
    }

    /** Twice as many rows are as much darker, wherever that is. */
    private static int shade(long rows, long most) {
        return most == 1
                ? SHADES
                : 1
                        + (int) Math.min(
                                SHADES - 1,
                                Math.floor(SHADES * StrictMath.log((double) rows) / StrictMath.log((double) most)));
    }

    private static Axis axis(String name, double low, double middle, double high) {
        return new Axis(name, rounded(low), rounded(middle), rounded(high));
    }

    /** In three digits, as beside an axis no more are read. */
    private static String rounded(double number) {
        return Numbers.brief(
                number == 0
                        ? 0
                        : new BigDecimal(number).round(new MathContext(3)).doubleValue());
    }

    private static Chart histogram(Errors errors) {
        Outline outline =
                new Outline(errors.histogram().edges(), errors.histogram().counts());
        double low = outline.low();
        double high = outline.high();
        return new Histogram(
                outline.peak() > 0 ? outline.path(low, high, outline.peak()) : "",
                List.of(),
                List.of(rounded(low), rounded(low / 2 + high / 2), rounded(high)),
                quartiles(errors, low, high),
                "Errors from " + Numbers.brief(low) + " to " + Numbers.brief(high));
    }

    private static Optional<Quartiles> quartiles(Errors errors, double low, double high) {
        List<String> at = errors.quantiles().stream()
                .filter(quantile -> quantile.share() > 0 && quantile.share() < 1)
                .map(quantile -> Math.min(high, Math.max(low, quantile.value())))
                .map(value -> Outline.coordinate(Outline.x(value, low, high)))
                .toList();
        return at.size() == 5
                ? Optional.of(new Quartiles(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4)))
                : Optional.empty();
    }
}
