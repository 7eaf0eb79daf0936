package io.github.mlmaven.image;

import io.github.mlmaven.worker.ImageRequest;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;

/** The worker that builds images: requests on standard input, events on standard output. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(ImageRequest.class, (request, progress) -> new ImageBuild(progress).build(request))
                .serveStandardStreams();
        // Jib's connections leave threads behind that would keep the JVM alive for a minute.
        System.exit(0);
    }
}
