package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;

/** Predicts batches. Whatever brings rows and takes answers, be it a map, JSON or a file, is a codec around it. */
@FunctionalInterface
public interface Inference {

    /**
     * Predicts all rows of a batch.
     *
     * @param rows with the model's {@link Inputs}
     * @return for each row what the model's {@link Outputs} say
     * @throws io.github.mlmaven.api.MlException naming the first row and input that is missing, of another type or beyond
     *     what a float holds
     */
    Batch predict(Batch rows);
}
