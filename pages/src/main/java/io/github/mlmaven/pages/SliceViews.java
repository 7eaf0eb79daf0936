package io.github.mlmaven.pages;

import io.github.mlmaven.report.MetricText;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Comparison.SliceChanges;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Slices metric by metric, those first in which the model is worst. */
final class SliceViews {

    private static final int SHOWN = 60;
    private static final int SHOWN_METRICS = 24;

    private final Evaluation evaluation;
    private final Map<List<String>, Comparison.Changes> changes = new HashMap<>();

    private SliceViews(Evaluation evaluation, Comparison comparison) {
        this.evaluation = evaluation;
        for (SliceChanges slice : comparison.slices()) {
            changes.put(List.of(slice.column(), slice.value()), slice.changes());
        }
    }

    /**
     * A metric of all slices.
     *
     * @param order what comes first
     * @param compared whether the baseline's values are known
     * @param more what is not shown
     */
    record Table(String metric, String order, boolean compared, List<Row> rows, Optional<String> more) {

        Table {
            rows = List.copyOf(rows);
        }
    }

    /** A slice, and its number on a line that all slices of the table share. */
    record Row(String name, String rows, MetricText.Of value, String baseline, Scale scale) {}

    static List<Table> of(Evaluation evaluation, Comparison comparison) {
        SliceViews views = new SliceViews(evaluation, comparison);
        return evaluation.metrics().stream()
                .limit(SHOWN_METRICS)
                .flatMap(metric -> views.table(metric).stream())
                .toList();
    }

    private Optional<Table> table(Reported metric) {
        List<Slice> measured = evaluation.slices().stream()
                .filter(slice -> slice.scores().metrics().containsKey(metric.name()))
                .sorted(worst(metric))
                .toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        List<Slice> shown = measured.stream().limit(SHOWN).toList();
        OptionalDouble overall = number(evaluation.overall().metrics(), metric);
        Scale.Range range = Scale.Range.of(Stream.concat(
                        overall.stream().boxed(), shown.stream().map(slice -> value(slice, metric)))
                .toList());
        List<Row> rows = new ArrayList<>();
        shown.forEach(slice -> rows.add(row(slice, metric, range, overall)));
        long more = (long) evaluation.slices().size() - shown.size();
        return Optional.of(new Table(
                VisibleText.value(metric.name()),
                order(metric),
                shown.stream().anyMatch(slice -> change(slice, metric).isPresent()),
                rows,
                more > 0
                        ? Optional.of(PageView.counted(more, "further slice") + ": evaluation.json has them")
                        : Optional.empty()));
    }

    private static String order(Reported metric) {
        return switch (metric.better()) {
            case LOWER -> "the highest first";
            case HIGHER -> "the lowest first";
            case NEITHER -> "the farthest from 0 first";
        };
    }

    private static Comparator<Slice> worst(Reported metric) {
        return Comparator.comparingDouble(slice -> switch (metric.better()) {
            case LOWER -> -value(slice, metric);
            case HIGHER -> value(slice, metric);
            case NEITHER -> -Math.abs(value(slice, metric));
        });
    }

    private static double value(Slice slice, Reported metric) {
        return number(slice.scores().metrics(), metric).orElse(Double.NaN);
    }

    private static OptionalDouble number(Map<String, Double> metrics, Reported metric) {
        Double value = metrics.get(metric.name());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Optional<Change> change(Slice slice, Reported metric) {
        return Optional.ofNullable(changes.get(List.of(slice.column(), slice.value())))
                .flatMap(found -> Optional.ofNullable(found.metrics().get(metric.name())));
    }

    /** The line through all rows is where the metric of all test rows is. */
    private Row row(Slice slice, Reported metric, Scale.Range range, OptionalDouble overall) {
        double value = value(slice, metric);
        Optional<Interval> interval =
                Optional.ofNullable(slice.scores().intervals().get(metric.name()));
        Optional<Double> baseline = change(slice, metric).map(Change::baseline);
        Scale.Marks marks = new Scale.Marks(
                value, interval, overall, baseline.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        return new Row(
                VisibleText.value(slice.column() + " = " + slice.value()),
                Numbers.count(slice.scores().rows()),
                new MetricText.Of(
                        Numbers.brief(value), interval.map(MetricText::interval).orElse("-")),
                baseline.map(Numbers::brief).orElse("-"),
                Scale.of(marks, range, Scale.Allowed.ANYWHERE));
    }
}
