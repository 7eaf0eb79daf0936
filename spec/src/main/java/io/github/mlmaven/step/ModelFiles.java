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

    /** The trained model: {@link #ENCODER}, {@link #MODEL} and {@link #GOLDEN}. */
    public Path model() {
        return directory.resolve("model");
    }

    /** The name of the fitted encoder within {@link #model()} and within the bundle. */
    public static final String ENCODER = "encoder.json";
    /** The name of the Tribuo model, in Tribuo's protobuf format. */
    public static final String MODEL = "model.pb";
    /** The name of the golden predictions: rows and outputs recorded at training. */
    public static final String GOLDEN = "golden.json";

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
