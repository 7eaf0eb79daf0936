package io.github.mlmaven.pipeline;

import io.github.mlmaven.model.BundleWriter;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.train.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;

/** The step {@code package}: the bundle JAR. */
final class Packaging {

    // The same model makes the same JAR whenever it is built; 1980 is where the format's time begins.
    private static final Instant ENTRY_TIME = Instant.parse("1980-02-01T00:00:00Z");

    private final BuildPlace place;
    private final BuildState state;

    Packaging(BuildPlace place, BuildState state) {
        this.place = place;
        this.state = state;
    }

    void run() {
        Training training = state.training().orElseThrow();
        TrainedModel model = TrainedModel.in(state.files(), state.spec().name(), training);
        SortedMap<String, byte[]> files = model.files();
        files.put("profile.json", bytes(state.files().profile()));
        files.put("evaluation.json", bytes(state.files().evaluation()));
        Manifest manifest = model.manifest(place.identity().version());
        files.put(ModelCard.NAME, card(manifest, training).text().getBytes(StandardCharsets.UTF_8));
        Path jar = place.outputDirectory().resolve(BundleFile.name(place.identity()));
        String contents = BundleWriter.write(jar, manifest, files, ENTRY_TIME);
        Json.write(
                state.files().bundle(),
                new BundleFile(
                        BundleFile.FORMAT,
                        state.fingerprints().of(Step.PACKAGE),
                        jar.getFileName().toString(),
                        contents,
                        state.hashes().sha256(jar)));
    }

    private ModelCard card(Manifest manifest, Training training) {
        return new ModelCard(
                manifest,
                state.spec().spec().data(),
                Json.read(state.files().split(), Split.class),
                training.settings(),
                state.evaluation().orElseThrow(),
                state.validation().orElseThrow());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
