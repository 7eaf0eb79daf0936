package io.github.mlmaven.pipeline;

import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.util.logging.LogManager;

/** The worker JVM that the plugin starts: {@link PipelineRequest}s on standard input, until it ends. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        // Tribuo and its neighbours log each of their steps.
        LogManager.getLogManager().reset();
        new WorkerLoop<>(PipelineRequest.class, Pipeline::run).serveStandardStreams();
    }
}
