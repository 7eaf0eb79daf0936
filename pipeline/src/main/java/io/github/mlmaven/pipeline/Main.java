package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PredictRequest;
import io.github.mlmaven.worker.WorkRequest;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.util.logging.LogManager;

/** The worker JVM that the plugin starts: {@link WorkRequest}s on standard input, until it ends. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        // Tribuo and its neighbours log each of their steps.
        LogManager.getLogManager().reset();
        new WorkerLoop<>(WorkRequest.class, Main::carryOut).serveStandardStreams();
    }

    private static void carryOut(WorkRequest request, Progress progress) {
        if (request instanceof PipelineRequest steps) {
            Pipeline.run(steps, progress);
        } else if (request instanceof PredictRequest rows) {
            Predict.run(rows, progress);
        } else if (request instanceof FetchRequest database) {
            Fetch.run(database, progress);
        }
    }
}
