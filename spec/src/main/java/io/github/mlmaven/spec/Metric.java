package io.github.mlmaven.spec;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.KebabCase;
import java.util.Arrays;
import java.util.List;

/** The metrics of an evaluation. Formulas are in {@code docs/metrics.md}; names in files are the kebab-case names. */
public enum Metric {
    /** Root of the mean squared error, in the label's unit. */
    RMSE(Task.REGRESSION, Better.LOWER),
    /** Mean absolute error, in the label's unit. */
    MAE(Task.REGRESSION, Better.LOWER),
    /** Median of the absolute errors, in the label's unit. */
    MEDIAN_ABSOLUTE_ERROR(Task.REGRESSION, Better.LOWER),
    /** Mean of |error / label| as a fraction; not defined where a label is 0. */
    MAPE(Task.REGRESSION, Better.LOWER),
    /** Coefficient of determination, 1 for a perfect model; not defined where all labels are equal. */
    R2(Task.REGRESSION, Better.HIGHER),
    /** Mean of prediction minus label, in the label's unit. */
    BIAS(Task.REGRESSION, Better.NEITHER),

    /** Share of rows whose most probable label is right. */
    ACCURACY(Task.CLASSIFICATION, Better.HIGHER),
    /** Mean of the labels' recalls, over the labels that occur. */
    BALANCED_ACCURACY(Task.CLASSIFICATION, Better.HIGHER),
    /** Mean of the labels' precisions; 0 for a label that is never predicted. */
    MACRO_PRECISION(Task.CLASSIFICATION, Better.HIGHER),
    /** Mean of the labels' recalls; 0 for a label that does not occur but is predicted. */
    MACRO_RECALL(Task.CLASSIFICATION, Better.HIGHER),
    /** Mean of the labels' F1 scores. */
    MACRO_F1(Task.CLASSIFICATION, Better.HIGHER),
    /** Mean of -ln p(label), with p clipped to [1e-15, 1]. */
    LOG_LOSS(Task.CLASSIFICATION, Better.LOWER),
    /** Area under the ROC curve; with more than two labels the mean of one-versus-rest. */
    AUC(Task.CLASSIFICATION, Better.HIGHER);

    /** Which way a metric improves. */
    public enum Better {
        LOWER,
        HIGHER,
        NEITHER
    }

    private final Task task;
    private final Better better;

    Metric(Task task, Better better) {
        this.task = task;
        this.better = better;
    }

    public Task task() {
        return task;
    }

    public Better better() {
        return better;
    }

    /** The name in files and messages: {@code log-loss}. */
    public String key() {
        return KebabCase.of(this);
    }

    /** The metrics of a task, in the order of reports. */
    public static List<Metric> of(Task task) {
        return Arrays.stream(values()).filter(metric -> metric.task == task).toList();
    }
}
