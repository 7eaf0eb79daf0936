package io.github.mlmaven.step;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.Metric;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code evaluation.json}: how well the model does on the test split.
 *
 * @param testRows which rows were tested, as in {@link Split#testRows()}
 * @param overall over all test rows
 * @param slices in the order of the spec, then of the slices' values
 * @param labels for classification
 */
public record Evaluation(
        int format, Task task, String testRows, Scores overall, List<Slice> slices, Optional<Labels> labels) {

    public static final int FORMAT = 2;

    public Evaluation {
        slices = List.copyOf(slices);
    }

    /**
     * Metrics of some rows.
     *
     * @param metrics a metric that is not defined for these rows (such as AUC with one label) is absent
     */
    public record Scores(long rows, SortedMap<Metric, Double> metrics) {
        public Scores {
            metrics = new TreeMap<>(metrics);
        }
    }

    /**
     * Metrics of the rows with one value of a column.
     *
     * @param value the value of the column, or the range as {@code [1, 2)}
     */
    public record Slice(String column, String value, Scores scores) {}

    /**
     * What happened to each label.
     *
     * @param names the labels in the model's order
     * @param confusion rows by true label, columns by predicted label, in rows of the table
     */
    public record Labels(List<String> names, List<List<Long>> confusion) {
        public Labels {
            names = List.copyOf(names);
            confusion = confusion.stream().map(List::copyOf).toList();
        }
    }
}
