package io.github.mlmaven.step;

import java.nio.file.Path;

/**
 * The files that a build leaves for one model.
 *
 * @param directory {@code target/ml/<name>}
 */
public record ModelFiles(Path directory) {

    public static ModelFiles of(Path outputDirectory, String name) {
        return new ModelFiles(outputDirectory.resolve("ml").resolve(name));
    }

    public Path validation() {
        return directory.resolve("validation.json");
    }

    public Path profile() {
        return directory.resolve("profile.json");
    }

    public Path split() {
        return directory.resolve("split.json");
    }

    public Path training() {
        return directory.resolve("training.json");
    }

    /** The folder of the trained model. */
    public Path model() {
        return directory.resolve("model");
    }

    public Path evaluation() {
        return directory.resolve("evaluation.json");
    }

    public Path predictions() {
        return directory.resolve("predictions.parquet");
    }

    public Path verdict() {
        return directory.resolve("verdict.json");
    }

    public Path bundle() {
        return directory.resolve("bundle.json");
    }

    public Path image() {
        return directory.resolve("image.json");
    }

    public Path imageTar() {
        return directory.resolve("image.tar");
    }

    /** Sizes, times and hashes of input files: a cache, safe to delete. */
    public Path hashes() {
        return directory.resolve("hashes.json");
    }
}
