package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.Bundle;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.model.Manifest.Schema;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.text.Json;
import java.io.IOException;
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

    /** What goes in and what comes out. */
    public Schema schema() {
        return Json.read(folder.resolve(SCHEMA), Schema.class);
    }

    /** The bundle's manifest, still without files. */
    public Manifest manifest(String version) {
        return manifest(name, version, schema(), training.settings(), training.versions());
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

    static Manifest manifest(
            String name,
            String version,
            Schema schema,
            Training.Settings settings,
            SortedMap<String, String> versions) {
        return new Manifest(Manifest.FORMAT, name, version, settings.trainer(), schema, new TreeMap<>(), versions);
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
