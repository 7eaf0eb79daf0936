package io.github.mlmaven.pipeline;

import io.github.mlmaven.model.BundleWriter;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.report.ModelCard;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import io.github.mlmaven.train.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;

/** Makes the bundle JAR. */
@SuppressWarnings("JavaLangClash") // It has the step's name, as all of them do.
final class Package implements Work<BundleFile> {

    // The same model makes the same JAR whenever it is built; 1980 is where the format's time begins.
    private static final Instant ENTRY_TIME = Instant.parse("1980-02-01T00:00:00Z");

    @Override
    public Step<BundleFile> step() {
        return Steps.PACKAGE;
    }

    @Override
    public BundleFile run(WorkInputs inputs, Path place) {
        Training training = inputs.result(Steps.TRAIN);
        ModelFiles made = inputs.files();
        TrainedModel model = TrainedModel.in(made, inputs.spec().name(), training);
        SortedMap<String, byte[]> files = model.files();
        files.put("profile.json", bytes(made.trainingProfile()));
        files.put("evaluation.json", bytes(made.evaluation()));
        Manifest manifest = model.manifest(inputs.identity().version());
        String card = card(inputs, manifest, training).text();
        files.put(ModelCard.NAME, card.getBytes(StandardCharsets.UTF_8));
        Path jar = place.resolve(BundleFile.name(inputs.identity()));
        String contents = BundleWriter.write(jar, manifest, files, ENTRY_TIME);
        return new BundleFile(BundleFile.FORMAT, jar.getFileName().toString(), contents, Sha256.of(bytes(jar)));
    }

    private static ModelCard card(WorkInputs inputs, Manifest manifest, Training training) {
        return new ModelCard(
                new ModelCard.Title(manifest.name(), manifest.version()),
                manifest.schema(),
                new ModelCard.Making(
                        inputs.spec().spec().data(),
                        Json.read(inputs.files().split(), Split.class),
                        training.settings()),
                inputs.result(Steps.EVALUATE),
                inputs.result(Steps.VALIDATE));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
