package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for what does not fit into memory and for copies, which is made when it is needed. */
record TemporaryFolder(Path path) {

    /** A file in it, which is not there yet. */
    Path file(String name) {
        try {
            return Files.createDirectories(path).resolve(name);
        } catch (IOException e) {
            throw new MlException(path + " could not be created.", "Make the build folder writable.", e);
        }
    }

    /** Removes it with all that is in it. */
    void delete() {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new MlException(path + " could not be removed.", "Remove the folder.", e);
        }
    }
}
