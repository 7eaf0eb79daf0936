package io.github.mlmaven.step;

import java.nio.file.Path;

/**
 * The files that a build leaves for one model.
 *
 * @param directory {@code target/ml/<name>}
 */
public record ModelFiles(Path directory) {

    static final String PROFILE = "profile.json";
    static final String SPLIT = "split.json";
    static final String MODEL = "model";
    static final String EVALUATION = "evaluation.json";
    static final String PREDICTIONS = "predictions.parquet";

    public static ModelFiles of(Path outputDirectory, String name) {
        return new ModelFiles(outputDirectory.resolve("ml").resolve(name));
    }

    public Path profile() {
        return directory.resolve(PROFILE);
    }

    public Path split() {
        return directory.resolve(SPLIT);
    }

    /** The folder of the trained model. */
    public Path model() {
        return directory.resolve(MODEL);
    }

    public Path evaluation() {
        return directory.resolve(EVALUATION);
    }

    public Path predictions() {
        return directory.resolve(PREDICTIONS);
    }

    /** What became of rows that {@code ml:predict} was asked for last. */
    public Path predicted() {
        return directory.resolve("predict.json");
    }

    public Path image() {
        return directory.resolve("image.json");
    }

    public Path imageTar() {
        return directory.resolve("image.tar");
    }

    Path record(Step<?> step) {
        return directory.resolve(step.name() + ".record.json");
    }

    /** Sizes, times and hashes of files: a cache, safe to delete. */
    public Path hashes() {
        return directory.resolve("hashes.json");
    }
}
