package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Plot.Axis;
import io.github.mlmaven.pages.Plot.Shape;
import io.github.mlmaven.step.Curves.Curve;
import io.github.mlmaven.step.Curves.LabelCurves;
import io.github.mlmaven.step.Curves.Reliability;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** How a label is told from the rest, and whether its probabilities are right. */
record LabelView(String name, String rows, List<Plot> plots) {

    private static final double LEAST_DOT = 2;
    private static final double GREATEST_DOT = 7;

    LabelView {
        plots = List.copyOf(plots);
    }

    static LabelView of(LabelCurves label) {
        String name = VisibleText.name(label.label());
        List<Plot> plots = new ArrayList<>();
        label.roc()
                .ifPresent(roc -> plots.add(new Plot(
                        "ROC" + area(roc),
                        Axis.ofShares("share of the others found too"),
                        Axis.ofShares("share of its rows found"),
                        List.of(Plot.DIAGONAL, new Shape("curve", line(roc))),
                        "ROC curve of " + name + area(roc))));
        plots.add(new Plot(
                "Precision and recall" + area(label.precision()),
                Axis.ofShares("share of its rows found (recall)"),
                Axis.ofShares("of what is found, its own (precision)"),
                List.of(new Shape("curve", line(label.precision()))),
                "Precision over recall of " + name + area(label.precision())));
        plots.add(reliability(name, label.reliability()));
        return new LabelView(name, PageView.counted(label.rows(), "test row"), plots);
    }

    private static String area(Curve curve) {
        return curve.area().isPresent() ? ", area " + Numbers.brief(curve.area().getAsDouble()) : "";
    }

    private static String line(Curve curve) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < curve.x().size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Plot.across(curve.x().get(i)))
                    .append(' ')
                    .append(Plot.up(curve.y().get(i)));
        }
        // A line of one point is seen by its round ends.
        return curve.x().size() == 1 ? path + "h0" : path.toString();
    }

    private static Plot reliability(String name, List<Reliability> bins) {
        long most = bins.stream().mapToLong(Reliability::rows).max().orElse(1);
        StringBuilder intervals = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        List<String> says = new ArrayList<>();
        for (Reliability bin : bins) {
            intervals
                    .append('M')
                    .append(Plot.across(bin.predicted()))
                    .append(' ')
                    .append(Plot.up(bin.interval().low()))
                    .append('V')
                    .append(Plot.up(bin.interval().high()));
            dots.append(dot(bin, most));
            says.add("said " + percent(bin.predicted()) + ", observed " + percent(bin.observed()) + " of "
                    + Numbers.count(bin.rows()));
        }
        return new Plot(
                "Reliability",
                Axis.ofShares("probability that was said"),
                Axis.ofShares("share that has the label"),
                List.of(Plot.DIAGONAL, new Shape("reach", intervals.toString()), new Shape("dots", dots.toString())),
                "Reliability of " + name + ": " + String.join("; ", says));
    }

    /** A circle whose area is as many rows. */
    private static String dot(Reliability bin, long most) {
        double radius = LEAST_DOT + (GREATEST_DOT - LEAST_DOT) * Math.sqrt((double) bin.rows() / most);
        String r = Outline.coordinate(radius);
        String across = Outline.coordinate(2 * radius);
        String left = Outline.coordinate(bin.predicted() * Plot.SIDE - radius);
        return "M" + left + " " + Plot.up(bin.observed()) + "a" + r + " " + r + " 0 1 0 " + across + " 0a" + r + " " + r
                + " 0 1 0 -" + across + " 0z";
    }

    private static String percent(double share) {
        return Numbers.plain(Math.rint(share * 1000) / 10) + " %";
    }
}
