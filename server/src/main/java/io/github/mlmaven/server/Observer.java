package io.github.mlmaven.server;

import io.github.mlmaven.api.Batch;

/**
 * Sees what is asked and answered, for metrics, drift and logs. It is called on the thread that answers, before the answer
 * leaves; it does not fail, and keeps nothing of the batches. Safe for use by many threads.
 */
interface Observer {

    /**
     * A batch was predicted.
     *
     * @param nanos that the prediction took
     */
    void predicted(Batch rows, Batch answer, long nanos);

    /**
     * A batch could not be predicted.
     *
     * @param failure an {@link io.github.mlmaven.api.MlException} where the rows are not what the model takes
     */
    void failed(Batch rows, RuntimeException failure);
}
