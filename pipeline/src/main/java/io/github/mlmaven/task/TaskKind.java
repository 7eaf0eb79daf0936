package io.github.mlmaven.task;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.data.PredictionColumn;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.Categories;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Evaluation.Labels;
import java.util.List;
import java.util.Optional;

/** A task on one label: all that differs between tasks while a model is made. Immutable. */
public sealed interface TaskKind permits Regression, Classification {

    /**
     * The task of a spec.
     *
     * @throws MlException if the training rows cannot teach it
     */
    static TaskKind of(ModelSpec spec, Rows rows) {
        return switch (spec.task()) {
            case REGRESSION -> new Regression(spec.data().label());
            case CLASSIFICATION -> Classification.of(spec, rows);
        };
    }

    /** The task of a model. */
    static TaskKind of(Target target) {
        return switch (target.task()) {
            case REGRESSION -> new Regression(target.label());
            case CLASSIFICATION -> new Classification(target.label(), new Categories(target.labels()));
        };
    }

    /** What is predicted. */
    Target target();

    /**
     * Turns labels into the numbers that stand for them.
     *
     * @param column of the labels
     * @param numbers receives them, NaN where a label is missing
     * @param first where the first one goes
     */
    void number(Column column, double[] numbers, int first);

    /** Whether a number stands for a label that the model does not have. */
    boolean isUnknown(double number);

    /** How boosted trees learn it. */
    TreeOutput<?> boosted();

    /** How a forest learns it: a leaf is the mean of its labels, or the share of a label in it. */
    TreeOutput<?> forest();

    /**
     * What is known of rows that were predicted.
     *
     * @param labels numbers that stand for the labels of the rows; kept
     * @param outputs the predictor's for each row, one row after another; kept
     */
    Scored scored(double[] labels, double[] outputs);

    /**
     * Rows that were predicted.
     *
     * @param rows what metrics read
     * @param predictions the columns of a predictions file
     * @param labels what happened to each label, where there are labels
     */
    record Scored(ScoredRows rows, List<PredictionColumn> predictions, Optional<Labels> labels) {

        public Scored {
            predictions = List.copyOf(predictions);
        }
    }
}
