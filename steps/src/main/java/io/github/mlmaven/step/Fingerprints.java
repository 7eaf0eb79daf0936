package io.github.mlmaven.step;

import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a step depends on, as a hash: the parts of the spec that it reads, the data, the plugin's version, the Java feature
 * version, and the fingerprint of the step before it. A step's file holds the fingerprint that it was made from, so that a
 * file is up to date exactly when the fingerprints are equal.
 */
public final class Fingerprints {

    private final BuildPlace place;
    private final SpecFile spec;
    private final FileHashes hashes;

    public Fingerprints(BuildPlace place, SpecFile spec, FileHashes hashes) {
        this.place = place;
        this.spec = spec;
        this.hashes = hashes;
    }

    /**
     * The fingerprint of a step.
     *
     * @throws io.github.mlmaven.api.MlException if the data does not exist
     */
    public String of(Step step) {
        return switch (step) {
            case VALIDATE -> validate();
            case TRAIN -> train();
            case EVALUATE -> evaluate();
            case CHECK -> check();
            case PACKAGE -> bundle();
        };
    }

    /** SHA-256 over names and contents of the data files. */
    public String data() {
        StringBuilder lines = new StringBuilder();
        for (Path file : dataFiles()) {
            lines.append(hashes.sha256(file))
                    .append(' ')
                    .append(place.basedir().relativize(file))
                    .append('\n');
        }
        return Sha256.of(lines.toString().replace('\\', '/'));
    }

    /** The data files, absolute and sorted. */
    public List<Path> dataFiles() {
        return DataFiles.resolve(place.basedir(), model().data().source());
    }

    private String validate() {
        return hash(
                Step.VALIDATE,
                place.identity().pluginVersion(),
                "java " + Runtime.version().feature(),
                data(),
                Json.line(model().data()),
                columnsInOrder(),
                Json.line(model().checks()),
                Json.line(model().task()));
    }

    // Feature order is the schema's order, and JSON maps are sorted: the order is a part of its own.
    private String columnsInOrder() {
        return Json.line(model().columns())
                + Json.line(List.copyOf(model().columns().keySet()));
    }

    private String train() {
        return hash(Step.TRAIN, validate(), spec.name(), Json.line(model().features()), Json.line(model().train()));
    }

    private String evaluate() {
        return hash(Step.EVALUATE, train(), Json.line(model().evaluate()));
    }

    private String check() {
        String lock = Files.exists(place.lock()) ? hashes.sha256(place.lock()) : "no lock";
        return hash(Step.CHECK, evaluate(), Json.line(model().gates()), lock);
    }

    private String bundle() {
        return hash(
                Step.PACKAGE,
                evaluate(),
                place.identity().artifactId(),
                place.identity().version());
    }

    private ModelSpec model() {
        return spec.spec();
    }

    private static String hash(Step step, String... parts) {
        return Sha256.of(step.key() + "\n" + String.join("\n", parts));
    }
}
