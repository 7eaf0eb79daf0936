package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.predict.FilePredictions;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.DataFiles;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.step.Watched;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PredictRequest;
import java.nio.file.Path;
import java.util.List;

/** Predicts rows of files, and writes {@code predict.json}. No step of a build: its rows are not the model's. */
final class Predict {

    private Predict() {}

    static void run(PredictRequest request, Progress progress) {
        Path basedir = request.place().basedir();
        List<Path> files = DataFiles.resolve("ml.data", basedir, request.rows().source());
        Path output = request.output().file();
        if (files.contains(output)) {
            throw new MlException(
                    output + " is one of the files whose rows are to be predicted.",
                    "Name another file with -Dml.output, or fewer with -Dml.data.");
        }
        Watched read = Watched.source(basedir, request.rows().source());
        List<String> before = read.states();
        SpecFile spec = SpecReader.read(
                request.place().spec(),
                request.place().identity().artifactId(),
                Catalog.of(Thread.currentThread().getContextClassLoader()));
        Predicted predicted = FilePredictions.of(request, spec, MlModel.read(request.bundle()), progress, () -> {
            if (!read.states().equals(before)) {
                throw new MlException(
                        request.rows().source() + " changed while it was read.", "Predict again once it is complete.");
            }
        });
        Json.write(ModelFiles.of(request.place().outputDirectory(), spec.name()).predicted(), predicted);
    }
}
