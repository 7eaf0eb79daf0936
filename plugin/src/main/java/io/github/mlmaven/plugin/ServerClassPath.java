package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The server's JARs. Which files they were is remembered in the build folder, so that a build can tell by their hashes
 * that its image is up to date, and resolve nothing.
 */
final class ServerClassPath {

    private final Path memory;
    private final Path hashes;
    private final String pluginVersion;
    private final Supplier<List<Path>> resolve;

    ServerClassPath(Path outputDirectory, String pluginVersion, Supplier<List<Path>> resolve) {
        this.memory = outputDirectory.resolve("ml").resolve("server.json");
        this.hashes = outputDirectory.resolve("ml").resolve("server-hashes.json");
        this.pluginVersion = pluginVersion;
        this.resolve = resolve;
    }

    /** Names and contents of the files as they were when last resolved; empty if that is not known. */
    Optional<String> rememberedHash() {
        return remembered().map(this::hash);
    }

    /** Resolves the files, and remembers them. */
    List<Path> files() {
        List<Path> files = resolve.get();
        Json.write(
                memory,
                new Remembered(pluginVersion, files.stream().map(Path::toString).toList()));
        return files;
    }

    String hash(List<Path> files) {
        FileHashes known = FileHashes.cachedIn(hashes);
        String lines = files.stream()
                .map(file -> known.sha256(file) + " " + file.getFileName())
                .collect(Collectors.joining("\n"));
        known.save();
        return Sha256.of(lines);
    }

    /** The files as they were when last resolved; empty if that is not known. */
    Optional<List<Path>> remembered() {
        if (!Files.isRegularFile(memory)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(memory, Remembered.class))
                    .filter(found -> found.pluginVersion().equals(pluginVersion))
                    .map(found -> found.files().stream().map(Path::of).toList())
                    .filter(files -> files.stream().allMatch(Files::isRegularFile));
        } catch (MlException e) {
            // Of another version or damaged: they are resolved again.
            return Optional.empty();
        }
    }

    record Remembered(String pluginVersion, List<String> files) {}
}
