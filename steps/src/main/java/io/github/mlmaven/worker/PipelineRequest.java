package io.github.mlmaven.worker;

import io.github.mlmaven.step.BuildPlace;

/**
 * Bring a model's build up to date.
 *
 * @param upTo the name of the last step to run; the worker runs those that it needs and that are not up to date, and stops
 *     early, without an error, after a result that stops the build, such as a validation that failed
 */
public record PipelineRequest(String upTo, BuildPlace place, BuildLimits limits) implements WorkRequest {

    /**
     * What the worker may use.
     *
     * @param threads at least 1; never changes a result
     * @param memoryMegabytes for the data engine, beside the JVM's heap
     */
    public record BuildLimits(int threads, int memoryMegabytes) {}
}
