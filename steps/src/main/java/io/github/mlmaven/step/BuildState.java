package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a build has left, as far as it is up to date: each step's file is present exactly when it was made from the inputs as
 * they are now and its outputs are what it says. The plugin asks before it starts a worker, and the worker before it runs a
 * step, so that both always agree.
 */
public final class BuildState {

    private final BuildPlace place;
    private final SpecFile spec;
    private final ModelFiles files;
    private final FileHashes hashes;
    private final Fingerprints fingerprints;

    private BuildState(BuildPlace place, SpecFile spec, ModelFiles files, FileHashes hashes) {
        this.place = place;
        this.spec = spec;
        this.files = files;
        this.hashes = hashes;
        this.fingerprints = new Fingerprints(place, spec, hashes);
    }

    public static BuildState of(BuildPlace place, SpecFile spec) {
        ModelFiles files = ModelFiles.of(place.outputDirectory(), spec.name());
        return new BuildState(place, spec, files, FileHashes.cachedIn(files.hashes()));
    }

    public SpecFile spec() {
        return spec;
    }

    public ModelFiles files() {
        return files;
    }

    public Fingerprints fingerprints() {
        return fingerprints;
    }

    /** Hashes of files, for outputs that a step records. */
    public FileHashes hashes() {
        return hashes;
    }

    public Optional<Validation> validation() {
        return current(Step.VALIDATE, files.validation(), Validation.class, Validation::fingerprint)
                .filter(validation -> Files.isRegularFile(files.profile()));
    }

    public Optional<Training> training() {
        return current(Step.TRAIN, files.training(), Training.class, Training::fingerprint)
                .filter(training -> areIntact(files.model(), training.files()));
    }

    public Optional<Evaluation> evaluation() {
        return current(Step.EVALUATE, files.evaluation(), Evaluation.class, Evaluation::fingerprint)
                .filter(evaluation -> training().isPresent() && Files.isRegularFile(files.predictions()));
    }

    public Optional<Verdict> verdict() {
        return current(Step.CHECK, files.verdict(), Verdict.class, Verdict::fingerprint)
                .filter(verdict -> evaluation().isPresent());
    }

    public Optional<BundleFile> bundle() {
        return current(Step.PACKAGE, files.bundle(), BundleFile.class, BundleFile::fingerprint)
                .filter(bundle -> evaluation().isPresent()
                        && areIntact(place.outputDirectory(), Map.of(bundle.file(), bundle.sha256())));
    }

    /** Whether a step has nothing to do. */
    public boolean isUpToDate(Step step) {
        boolean current = switch (step) {
            case VALIDATE -> validation().isPresent();
            case TRAIN -> training().isPresent();
            case EVALUATE -> evaluation().isPresent();
            case CHECK -> verdict().isPresent();
            case PACKAGE -> bundle().isPresent();
        };
        hashes.save();
        return current;
    }

    private boolean areIntact(Path directory, Map<String, String> expected) {
        return expected.entrySet().stream().allMatch(file -> {
            Path path = directory.resolve(file.getKey());
            return Files.isRegularFile(path) && hashes.sha256(path).equals(file.getValue());
        });
    }

    private <T> Optional<T> current(Step step, Path file, Class<T> type, Function<T, String> fingerprint) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            T found = Json.read(file, type);
            return fingerprint.apply(found).equals(fingerprints.of(step)) ? Optional.of(found) : Optional.empty();
        } catch (MlException e) {
            // Of another version or damaged: the step makes it anew.
            return Optional.empty();
        }
    }
}
