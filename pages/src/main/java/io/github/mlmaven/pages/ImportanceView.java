package io.github.mlmaven.pages;

import io.github.mlmaven.step.Curves.Importance;
import io.github.mlmaven.step.Curves.ImportantColumn;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * What the model goes by, as bars from 0.
 *
 * @param about what was shuffled and measured
 * @param more which columns are not shown
 */
record ImportanceView(String about, List<Bar> bars, Optional<String> more) {

    private static final int SHOWN = 30;

    ImportanceView {
        bars = List.copyOf(bars);
    }

    /**
     * A column.
     *
     * @param width of its bar, of 100
     * @param range from the least to the most of one shuffle, as a path over the bar
     */
    record Bar(String name, String width, String range, String worse) {}

    static ImportanceView of(Importance importance) {
        double most = importance.columns().stream()
                .mapToDouble(ImportantColumn::most)
                .max()
                .orElse(0);
        long more = (long) importance.columns().size() - SHOWN;
        return new ImportanceView(
                "How much worse %s is where the values of a column are shuffled among %s: the mean of %s, from the least to the most of one."
                        .formatted(
                                VisibleText.value(importance.metric()),
                                PageView.counted(importance.rows(), "test row"),
                                PageView.counted(importance.shuffles(), "shuffle")),
                importance.columns().stream()
                        .limit(SHOWN)
                        .map(column -> bar(column, most))
                        .toList(),
                more > 0
                        ? Optional.of(
                                PageView.counted(more, "further column") + " of less importance: curves.json has them.")
                        : Optional.empty());
    }

    private static Bar bar(ImportantColumn column, double most) {
        return new Bar(
                VisibleText.name(column.column()),
                across(column.worse(), most),
                "M" + across(column.least(), most) + " 5H" + across(column.most(), most),
                Numbers.brief(column.worse()));
    }

    /** What is no worse has no bar. */
    private static String across(double worse, double most) {
        return Outline.coordinate(most <= 0 ? 0 : 100 * Math.max(0, worse / most));
    }
}
