package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.text.NamedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a module's model is described and accepted.
 *
 * @param basedir the module's folder
 * @param spec model.yaml
 * @param lock what was accepted
 */
record ModelPlace(Path basedir, Path spec, Path lock) {

    /** Where a module's model.yaml is by default, relative to the module. */
    /** Where the files that models are described and accepted by belong. */
    static final Path FOLDER = Path.of("src", "main", "ml");

    private static final Path DEFAULT_SPEC = FOLDER.resolve("model.yaml");

    /** Where nothing is configured. */
    static ModelPlace byDefault(Path basedir) {
        Path spec = basedir.resolve(DEFAULT_SPEC);
        return new ModelPlace(basedir, spec, lockBeside(spec));
    }

    /** The lock of a model.yaml: {@code small.lock.json} of {@code small.yaml}. */
    static Path lockBeside(Path spec) {
        String name = spec.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return spec.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".lock.json");
    }

    /** @throws MlException if that cannot be told */
    boolean hasSpec() {
        return new Existence(spec).isFile();
    }

    /** @throws MlException if that cannot be told */
    boolean hasLock() {
        return new Existence(lock).isThere();
    }

    boolean isSpecByDefault() {
        return spec.equals(basedir.resolve(DEFAULT_SPEC));
    }

    /**
     * What was accepted, for a build that must match it.
     *
     * @param accept what accepts the model
     * @throws MlException if nothing is
     */
    Lock accepted(AcceptCommand accept) {
        return Lock.read(lockFile(), accept)
                .orElseThrow(() -> new MlException(
                        "The build is locked (ml.locked), and " + shown(lock) + " does not exist.",
                        "Restore it from version control if it was there. Otherwise run " + accept
                                + " without -Dml.locked, and commit the file that it writes."));
    }

    /** Whether the lock speaks of waivers; one that cannot be read is told where it is read. */
    boolean hasWaivers() {
        try {
            return Files.isRegularFile(lock) && Files.readString(lock).contains(Lock.WAIVER);
        } catch (IOException e) {
            return false;
        }
    }

    NamedFile lockFile() {
        return NamedFile.of(basedir, lock);
    }

    /** The lock, for a person, where it is not the one that belongs to the model.yaml. */
    Optional<String> otherLock() {
        return lock.equals(lockBeside(spec)) ? Optional.empty() : Optional.of(shown(lock));
    }

    /**
     * The model's name, as far as it can be told: for a goal that is skipped, and does not mind what is wrong with the file.
     *
     * @param artifactId the name where the file gives none, or cannot be read
     */
    String nameAnyway(String artifactId) {
        if (!hasSpec()) {
            return artifactId;
        }
        try {
            return SpecReader.read(spec, artifactId).name();
        } catch (MlException e) {
            return artifactId;
        }
    }

    /** A file of the module for a person: as the module's POM would name it. */
    String shown(Path file) {
        return NamedFile.of(basedir, file).name();
    }
}
