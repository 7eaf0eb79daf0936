package io.github.mlmaven.benchmarks;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.nio.file.Path;

/** Our reader alone: every cell of the table as its type, and the split of its rows. */
final class ReadRows {

    private static final int MEMORY_MEGABYTES = 1024;

    private ReadRows() {}

    /** One reading of the table of a project. */
    record Request(Path project, int threads) {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(Request.class, ReadRows::read).serveStandardStreams();
    }

    private static void read(Request request, Progress progress) {
        Path project = request.project();
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(project.resolve("model.yaml"), project.resolve("model.lock.json")),
                project.resolve("read"),
                new BuildPlace.Identity("synthetic", "1", "benchmark"),
                Strictness.NONE);
        BuildLimits limits = new BuildLimits(request.threads(), MEMORY_MEGABYTES);
        try (Table table = Table.open(place, SpecReader.read(project.resolve("model.yaml"), "synthetic"), limits)) {
            progress.info("%s rows".formatted(table.count()));
        }
    }
}
