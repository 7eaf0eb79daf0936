package io.github.mlmaven.draft;

import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.util.logging.LogManager;

/** The worker JVM that looks at data for the first time: {@link DraftRequest}s on standard input, until it ends. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        // Tribuo and its neighbours log each of their steps.
        LogManager.getLogManager().reset();
        new WorkerLoop<>(DraftRequest.class, Drafting::run).serveStandardStreams();
    }
}
