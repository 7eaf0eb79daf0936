package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether something is at a path. What cannot be looked at is not absent: a folder that nobody may enter would otherwise make
 * a module with a model one without.
 */
record Existence(Path path) {

    /** @throws MlException if that cannot be told */
    boolean isFile() {
        return attributes().filter(BasicFileAttributes::isRegularFile).isPresent();
    }

    /** @throws MlException if that cannot be told */
    boolean isThere() {
        return attributes().isPresent();
    }

    private Optional<BasicFileAttributes> attributes() {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // A path that leads through a file leads to nothing.
            if (parents().anyMatch(Files::isRegularFile)) {
                return Optional.empty();
            }
            throw new MlException(
                    "Whether %s exists cannot be told: %s.".formatted(path, Json.reason(e)),
                    "Make the folders that lead to it readable for the user who builds.",
                    e);
        }
    }

    private Stream<Path> parents() {
        return Stream.iterate(path.getParent(), parent -> parent != null, Path::getParent);
    }
}
