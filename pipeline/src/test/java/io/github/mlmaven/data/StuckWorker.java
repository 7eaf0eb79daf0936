package io.github.mlmaven.data;

import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A worker that evaluates the checks of a project's model.yaml, hastily. */
final class StuckWorker {

    private StuckWorker() {}

    record Ask(String directory) {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(Ask.class, (ask, progress) -> evaluate(new Project(Path.of(ask.directory()))))
                .serveStandardStreams();
    }

    private static void evaluate(Project project) {
        List<String> conditions = project.spec().spec().checks().stream()
                .flatMap(check -> check.sql().stream())
                .toList();
        try (Table table = project.openHasty()) {
            table.check(conditions);
        }
    }
}
