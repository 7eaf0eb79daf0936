package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Schema;
import java.util.function.Function;

/** What a model says about each row: all that differs between tasks once a model is made. Immutable. */
public sealed interface Outputs permits ValueOutputs, LabelOutputs {

    /** The outputs that a schema promises. */
    static Outputs of(Schema schema) {
        return switch (schema.task()) {
            case REGRESSION -> new ValueOutputs(schema.label());
            case CLASSIFICATION -> new LabelOutputs(schema.label(), schema.labels());
        };
    }

    /** How many numbers a predictor has for a row. */
    int width();

    /**
     * An answer.
     *
     * @param numbers the predictor's for each row, one row after another; kept
     */
    Batch answer(double[] numbers, int rows);

    /** One row of an {@link #answer} as an object. */
    Prediction prediction(Batch answer, int row);

    /** What someone else makes of the outputs, by what they are. */
    <R> R match(Function<ValueOutputs, R> value, Function<LabelOutputs, R> label);
}
