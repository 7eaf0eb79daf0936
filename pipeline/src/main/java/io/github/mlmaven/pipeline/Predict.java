package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.DatabaseFetch;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.predict.FilePredictions;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.DataSpec;
import io.github.mlmaven.spec.FilePattern;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.DataFiles;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.step.Watched;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.FetchRequest.Access;
import io.github.mlmaven.worker.PredictRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predicts rows of files, and writes {@code predict.json}. No step of a build: its rows are not the model's. */
final class Predict {

    private Predict() {}

    static void run(PredictRequest request, Progress progress) {
        Path basedir = request.place().basedir();
        AskedRows rows = request.rows().asked();
        Map<String, List<Path>> files = rows.files(request.place());
        Path output = request.output().file();
        List<Path> written = FilePredictions.files(request.output());
        files.forEach((key, named) -> among(named, written).ifPresent(file -> {
            throw new MlException(
                    file + " is one of the files whose rows are to be predicted" + putAside(file, output) + ".",
                    "Name another file with -Dml.output, or fewer with -D" + rows.parameter() + ".");
        }));
        Watched read = rows.watched(basedir);
        List<String> before = read.states();
        SpecFile spec = SpecReader.read(
                request.place().spec(),
                request.place().identity().artifactId(),
                Catalog.of(Thread.currentThread().getContextClassLoader()));
        requireForeign(request, spec, written);
        request.rows().database().ifPresent(access -> ask(request, spec, access, progress));
        Predicted predicted = FilePredictions.of(request, spec, MlModel.read(request.bundle()), progress, () -> {
            if (!read.states().equals(before)) {
                throw new MlException(
                        rows.from().words() + " changed while it was read.", "Predict again once it is complete.");
            }
        });
        Json.write(ModelFiles.of(request.place().outputDirectory(), spec.name()).predicted(), predicted);
    }

    /** Leaves the rows that a database answers where a table looks for them; those of a time before count for nothing. */
    private static void ask(PredictRequest request, SpecFile spec, Access access, Progress progress) {
        DataSpec data = spec.spec().data();
        DataSpec other = data.of(request.rows().asked().from(), data.split());
        SpecFile asked = spec.asked(spec.spec().of(other, spec.spec().columns()));
        DatabaseFetch.run(new FetchRequest(request.place(), access, request.limits()), asked, progress);
    }

    /** Makes sure that predictions take the place of nothing that the model is made of, and of no rows to come. */
    private static void requireForeign(PredictRequest request, SpecFile spec, List<Path> written) {
        Path output = request.output().file();
        BuildPlace place = request.place();
        List<Path> own =
                new ArrayList<>(List.of(place.spec(), place.lock(), place.acceptedProfile(), request.bundle()));
        spec.spec()
                .data()
                .from()
                .origins()
                .forEach((key, origin) -> own.addAll(
                        origin instanceof FilePattern
                                ? DataFiles.present(key, place.basedir(), origin.name())
                                : place.fetched().files().values()));
        spec.spec()
                .references()
                .forEach(reference ->
                        own.addAll(DataFiles.present("references.file", place.basedir(), reference.file())));
        among(own, written).ifPresent(file -> {
            throw new MlException(
                    file + " is a file that the model is made of" + putAside(file, output) + ".",
                    "Name another file for its predictions with -Dml.output.");
        });
        for (String pattern : request.rows().asked().patterns()) {
            Path folder = place.basedir().resolve(pattern).normalize();
            if (Files.isDirectory(folder) && output.startsWith(folder)) {
                throw new MlException(
                        output + " is in the folder whose files are predicted: it would be one of them the next time.",
                        "Name a file elsewhere with -Dml.output.");
            }
        }
    }

    /** Rows that are put aside have a file of their own beside the predictions. */
    private static String putAside(Path file, Path output) {
        return file.equals(output)
                ? ""
                : ", and what is put aside beside " + output.getFileName() + " would take its place";
    }

    /** What would be written in the place of one of some files. */
    private static Optional<Path> among(List<Path> files, List<Path> written) {
        return written.stream().filter(file -> isAmong(files, file)).findFirst();
    }

    /** By whatever name: through a link, or by a detour. */
    private static boolean isAmong(List<Path> files, Path output) {
        return files.stream().anyMatch(file -> {
            try {
                return file.equals(output) || (Files.exists(output) && Files.isSameFile(file, output));
            } catch (IOException e) {
                // One of them is not there any more.
                return false;
            }
        });
    }
}
