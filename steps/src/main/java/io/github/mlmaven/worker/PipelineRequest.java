package io.github.mlmaven.worker;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Step;

/**
 * Bring a model's build up to date.
 *
 * @param upTo the last step to run; the worker runs those before it that are not up to date, and stops early, without an
 *     error, after a validation that failed
 */
public record PipelineRequest(Step upTo, BuildPlace place, BuildLimits limits) {

    /**
     * What the worker may use.
     *
     * @param threads at least 1; never changes a result
     * @param memoryMegabytes for the data engine, beside the JVM's heap
     */
    public record BuildLimits(int threads, int memoryMegabytes) {}
}
