package io.github.mlmaven.step;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code evaluation.json}: how well the model does on the test split.
 *
 * @param testRows which rows were tested, as in {@link Split#testRows()}
 * @param confidence how often intervals made so hold the true value, in (0, 1)
 * @param metrics what is measured, in the order of reports
 * @param overall over all test rows
 * @param slices in the order of the spec, then of the slices' values
 * @param labels for classification
 * @param weak slices on which the model errs more than elsewhere
 */
public record Evaluation(
        int format,
        Task task,
        String testRows,
        double confidence,
        List<Reported> metrics,
        Scores overall,
        List<Slice> slices,
        Optional<Labels> labels,
        WeakSlices weak) {

    public static final int FORMAT = 4;

    public Evaluation {
        metrics = List.copyOf(metrics);
        slices = List.copyOf(slices);
    }

    /** An evaluation that looked for no weak slices. */
    public Evaluation(
            int format,
            Task task,
            String testRows,
            double confidence,
            List<Reported> metrics,
            Scores overall,
            List<Slice> slices,
            Optional<Labels> labels) {
        this(format, task, testRows, confidence, metrics, overall, slices, labels, WeakSlices.NONE);
    }

    /** The same with weak slices. */
    public Evaluation with(WeakSlices found) {
        return new Evaluation(format, task, testRows, confidence, metrics, overall, slices, labels, found);
    }

    /**
     * A metric that is measured where it is defined.
     *
     * @param name in files and reports
     * @param hasIntervals whether there are intervals of it, where the rows are enough
     */
    public record Reported(String name, Better better, boolean hasIntervals) {

        /** What a report needs of a metric. */
        public static Reported of(AskedMetric metric, boolean hasIntervals) {
            return new Reported(metric.name(), metric.better(), hasIntervals);
        }
    }

    /**
     * Metrics of some rows.
     *
     * @param metrics values by name; a metric that is not defined for these rows (such as AUC with one label) is absent
     * @param intervals by the metric's name; absent where none is known
     */
    public record Scores(long rows, SortedMap<String, Double> metrics, SortedMap<String, Interval> intervals) {
        public Scores {
            metrics = new TreeMap<>(metrics);
            intervals = new TreeMap<>(intervals);
        }

        /** Metrics of which no interval is known. */
        public Scores(long rows, SortedMap<String, Double> metrics) {
            this(rows, metrics, new TreeMap<>());
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
