package io.github.mlmaven.report;

import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.History;
import io.github.mlmaven.step.History.Fall;
import io.github.mlmaven.step.History.Release;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Released versions beside each other, as a table, a trend and sentences. */
public record HistoryText(History history) {

    private static final int BAR = 40;

    /** A line for each version, the oldest first, then the trend of the first metric. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(table());
        history.metrics().stream().findFirst().map(Reported::name).ifPresent(metric -> lines.addAll(trend(metric)));
        return lines;
    }

    private List<String> table() {
        AlignedLines table = new AlignedLines();
        List<String> head = new ArrayList<>(List.of("version", "test rows"));
        history.metrics().forEach(metric -> head.add(metric.name()));
        table.row(head);
        Optional<String> before = Optional.empty();
        for (Release release : history.releases()) {
            List<String> row = new ArrayList<>(List.of(release.version()));
            if (release.scores().isPresent()) {
                Scores scores = release.scores().get();
                // The same metric of other rows is another one: it may move although the model did not.
                boolean others = before.isPresent() && !before.equals(release.testRows());
                row.add(Numbers.count(scores.rows()) + (others ? " others" : ""));
                history.metrics()
                        .forEach(metric -> row.add(shown(scores.metrics().get(metric.name()))));
                before = release.testRows();
            } else {
                row.add(release.problem().orElse("-"));
                history.metrics().forEach(metric -> row.add("-"));
            }
            table.row(row);
        }
        return table.lines();
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "-" : Numbers.brief(value);
    }

    /** A bar for each version, from the lowest value to the highest. */
    private List<String> trend(String metric) {
        List<Double> values = new ArrayList<>();
        AlignedLines bars = new AlignedLines(Set.of(0, 1));
        for (Release release : history.releases()) {
            value(release, metric).ifPresent(values::add);
        }
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (values.size() < 2 || low == high) {
            return List.of();
        }
        bars.row(List.of(metric, "from " + Numbers.brief(low) + " to " + Numbers.brief(high)));
        for (Release release : history.releases()) {
            value(release, metric)
                    .ifPresent(value -> bars.row(List.of(
                            release.version(), "#".repeat(1 + (int) ((value - low) / (high - low) * (BAR - 1))))));
        }
        return bars.lines();
    }

    private static Optional<Double> value(Release release, String metric) {
        return release.scores().map(scores -> scores.metrics().get(metric));
    }

    /** What to look at: metrics of which the last version is worse than an earlier one. */
    public List<String> warnings() {
        return history.falls().stream().map(HistoryText::warning).toList();
    }

    private static String warning(Fall fall) {
        double from = fall.best().value();
        double to = fall.last().value();
        return "%s is %s of %s, and was %s of %s, the best before: farther apart than their intervals of %s to %s and %s to %s explain. Of many releases the best one was lucky too."
                .formatted(
                        fall.metric(),
                        Numbers.apartFrom(to, from),
                        fall.last().version(),
                        Numbers.apartFrom(from, to),
                        fall.best().version(),
                        Numbers.brief(fall.last().interval().low()),
                        Numbers.brief(fall.last().interval().high()),
                        Numbers.brief(fall.best().interval().low()),
                        Numbers.brief(fall.best().interval().high()));
    }
}
