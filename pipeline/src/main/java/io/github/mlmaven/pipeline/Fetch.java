package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.DatabaseFetch;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.worker.FetchRequest;

/** Asks a model's database for its rows. No step of a build: whether they are others is known only when they are there. */
final class Fetch {

    private Fetch() {}

    static void run(FetchRequest request, Progress progress) {
        DatabaseFetch.run(
                request,
                SpecReader.read(
                        request.place().spec(),
                        request.place().identity().artifactId(),
                        Catalog.of(Thread.currentThread().getContextClassLoader())),
                progress);
    }
}
