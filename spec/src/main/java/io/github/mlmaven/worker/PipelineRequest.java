package io.github.mlmaven.worker;

import io.github.mlmaven.step.Step;
import java.nio.file.Path;

/**
 * Bring a model's build up to date.
 *
 * @param upTo the last step to run; the worker runs those before it that are not up to date, and stops early, without an
 *     error, after a validation that failed
 */
public record PipelineRequest(Step upTo, BuildPlace place, BuildLimits limits) {

    /**
     * Where a build happens.
     *
     * @param basedir the project's folder, absolute; data sources are relative to it
     * @param spec {@code model.yaml}, absolute
     * @param lock {@code model.lock.json}, absolute; need not exist
     * @param outputDirectory {@code target}, absolute
     * @param identity who is built
     */
    public record BuildPlace(Path basedir, Path spec, Path lock, Path outputDirectory, Identity identity) {}

    /**
     * Who is built.
     *
     * @param artifactId the default name of the model, and the start of the bundle's file name
     * @param version the project's version
     * @param pluginVersion part of every fingerprint
     */
    public record Identity(String artifactId, String version, String pluginVersion) {}

    /**
     * What the worker may use.
     *
     * @param threads at least 1; never changes a result
     * @param memoryMegabytes for the data engine, beside the JVM's heap
     */
    public record BuildLimits(int threads, int memoryMegabytes) {}
}
