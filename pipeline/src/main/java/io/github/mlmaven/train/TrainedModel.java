package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.model.Bundle;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import io.github.mlmaven.train.Fitted.Making;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** A model as training left it in the build's folder. */
public final class TrainedModel {

    /** The name of the file within {@link ModelFiles#model()} that says what goes into the model and what comes out. */
    static final String SCHEMA = "schema.json";

    private final Path folder;
    private final String name;
    private final Training training;

    private TrainedModel(Path folder, String name, Training training) {
        this.folder = folder;
        this.name = name;
        this.training = training;
    }

    /**
     * The model in a build's folder.
     *
     * @param training how it was made
     */
    public static TrainedModel in(ModelFiles files, String name, Training training) {
        return new TrainedModel(files.model(), name, training);
    }

    /** What the trainer drew its numbers from. */
    public long seed() {
        return training.settings().seed();
    }

    /** What goes in and what comes out. */
    public Schema schema() {
        return Json.read(folder.resolve(SCHEMA), Schema.class);
    }

    /**
     * Writes a model to a folder.
     *
     * @return how it was made
     */
    public static Training write(Fitted fitted, Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(Bundle.ENCODER, utf8(fitted.encoder()));
        files.put(Bundle.MODEL, fitted.model().bytes());
        files.put(Bundle.GOLDEN, utf8(fitted.golden()));
        files.put(SCHEMA, utf8(fitted.schema()));
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> {
            Json.replace(folder.resolve(name), bytes);
            hashes.put(name, Sha256.of(bytes));
        });
        Making making = fitted.making();
        return new Training(
                Training.FORMAT,
                making.settings(),
                fitted.model().format(),
                fitted.encoder().features(),
                hashes,
                making.versions());
    }

    /** A model that is in no folder, ready to predict. */
    static MlModel load(Encoder encoder, Schema schema, ModelBytes model, Making making) {
        Manifest.Model of = new Manifest.Model(model.format(), making.settings().trainer());
        // Nobody asks a model that has not been packaged for its name and version.
        Manifest manifest = new Manifest(Manifest.FORMAT, "fitted", "", of, schema, new TreeMap<>(), making.versions());
        return MlModel.of(manifest, utf8(encoder), model.bytes());
    }

    /** The bundle's manifest, still without files. */
    public Manifest manifest(String version) {
        return new Manifest(
                Manifest.FORMAT,
                name,
                version,
                new Manifest.Model(training.modelFormat(), training.settings().trainer()),
                schema(),
                new TreeMap<>(),
                training.versions());
    }

    /** The model, ready to predict by the code that serves it. */
    public MlModel load() {
        return MlModel.of(manifest(""), bytes(Bundle.ENCODER), bytes(Bundle.MODEL));
    }

    /** The files that travel in a bundle, by name. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        training.files().keySet().stream()
                .filter(file -> !file.equals(SCHEMA))
                .forEach(file -> files.put(file, bytes(file)));
        return files;
    }

    private static byte[] utf8(Object content) {
        return Json.text(content).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new MlException(path + " could not be read: " + e + ".", "Train again.", e);
        }
    }
}
