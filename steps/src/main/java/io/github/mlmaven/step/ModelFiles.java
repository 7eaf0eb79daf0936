package io.github.mlmaven.step;

import java.nio.file.Path;

/**
 * The files that a build leaves for one model.
 *
 * @param directory {@code target/ml/<name>}
 */
public record ModelFiles(Path directory) {

    static final String PROFILE = "profile.json";
    static final String TRAINING_PROFILE = "training-profile.json";
    static final String DATA_PAGE = "data.html";
    static final String DRIFT = "drift.json";
    static final String QUARANTINE = "quarantine.csv";
    static final String DRIFT_PAGE = "drift.html";
    static final String SPLIT = "split.json";
    static final String MODEL = "model";
    static final String EVALUATION = "evaluation.json";
    static final String COMPARISON = "comparison.json";
    static final String BEHAVIOUR = "behaviour.json";
    static final String PREDICTIONS = "predictions.parquet";
    static final String CURVES = "curves.json";
    static final String REPORT_PAGE = "report.html";
    static final String REPORT_TEXT = "report.md";

    public static ModelFiles of(Path outputDirectory, String name) {
        return new ModelFiles(outputDirectory.resolve("ml").resolve(name));
    }

    /** Statistics of all rows. */
    public Path profile() {
        return directory.resolve(PROFILE);
    }

    /** Statistics of the training rows, which the bundle has as {@code profile.json}. */
    public Path trainingProfile() {
        return directory.resolve(TRAINING_PROFILE);
    }

    /** The page of the data, for a browser. */
    public Path dataPage() {
        return directory.resolve(DATA_PAGE);
    }

    public Path drift() {
        return directory.resolve(DRIFT);
    }

    /** The rows that a database answered, where it is the source. */
    public Path snapshot() {
        return directory.resolve("snapshot.parquet");
    }

    /** The {@link Snapshot} of them. */
    public Path snapshotRecord() {
        return directory.resolve("snapshot.json");
    }

    /** The rows that were left out as a value of theirs is not of its type. */
    public Path quarantine() {
        return directory.resolve(QUARANTINE);
    }

    /** The same page with the accepted data, where drift was looked for. */
    public Path driftPage() {
        return directory.resolve(DRIFT_PAGE);
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

    /** What drawings of the evaluation need of single rows. */
    public Path curves() {
        return directory.resolve(CURVES);
    }

    /** The page of the model and its gates, for a browser. */
    public Path reportPage() {
        return directory.resolve(REPORT_PAGE);
    }

    /** The same in short, as Markdown: for a pull request. */
    public Path reportText() {
        return directory.resolve(REPORT_TEXT);
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
