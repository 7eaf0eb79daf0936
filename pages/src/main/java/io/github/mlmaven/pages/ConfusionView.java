package io.github.mlmaven.pages;

import io.github.mlmaven.step.Evaluation.Labels;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was predicted for each label: a table where labels are few, else what was mistaken for what most often.
 *
 * @param names the labels; none where there are too many for a table
 * @param rows by true label
 * @param mistakes the most frequent first, with what was true, what was predicted, and how often
 */
record ConfusionView(List<String> names, List<Row> rows, List<List<String>> mistakes) {

    /** More columns are no table for a person. */
    private static final int SHOWN = 24;

    private static final int MISTAKES = 20;

    ConfusionView {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        mistakes = mistakes.stream().map(List::copyOf).toList();
    }

    /** @param recall the share of its rows that were predicted to have it */
    record Row(String name, List<Cell> cells, String recall) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * How often a label was predicted for another one.
     *
     * @param css the class of the style sheet, by the share of the row's label
     */
    record Cell(String count, String css) {}

    private record Mistake(int label, int predicted, long rows) {}

    static ConfusionView of(Labels labels) {
        List<String> names = labels.names().stream().map(VisibleText::name).toList();
        return names.size() <= SHOWN
                ? new ConfusionView(names, rows(names, labels), List.of())
                : new ConfusionView(List.of(), List.of(), mistakes(names, labels));
    }

    private static List<Row> rows(List<String> names, Labels labels) {
        List<Row> rows = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            List<Long> counts = labels.confusion().get(label);
            long all = counts.stream().mapToLong(Long::longValue).sum();
            List<Cell> cells = new ArrayList<>();
            for (int predicted = 0; predicted < names.size(); predicted++) {
                long count = counts.get(predicted);
                // Any of a label's rows is seen.
                long heat = count == 0 ? 0 : Math.max(1, (10 * count + all / 2) / all);
                cells.add(new Cell(Numbers.count(count), "h" + heat + (label == predicted ? " right" : "")));
            }
            rows.add(new Row(names.get(label), cells, ColumnViews.share(counts.get(label), all)));
        }
        return rows;
    }

    private static List<List<String>> mistakes(List<String> names, Labels labels) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            for (int predicted = 0; predicted < names.size(); predicted++) {
                long rows = labels.confusion().get(label).get(predicted);
                if (label != predicted && rows > 0) {
                    mistakes.add(new Mistake(label, predicted, rows));
                }
            }
        }
        return mistakes.stream()
                .sorted(Comparator.comparingLong(mistake -> -mistake.rows()))
                .limit(MISTAKES)
                .map(mistake -> List.of(
                        names.get(mistake.label()), names.get(mistake.predicted()), Numbers.count(mistake.rows())))
                .toList();
    }
}
