package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a build folder remembers so that nothing is looked at twice: hashes of files by size and time, and what goals said. It
 * is taken at its word, so a build that must vouch for its model to others begins without it and looks at each file itself.
 */
final class Shortcuts {

    private final Path results;

    Shortcuts(Path outputDirectory) {
        this.results = outputDirectory.resolve("ml");
    }

    /** Forgets them; they come again with what this build sees. */
    void forget() {
        if (!Files.isDirectory(results)) {
            return;
        }
        try {
            for (Path file : remembered()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new MlException(
                    "What is remembered in " + results + " could not be deleted: " + e.getMessage() + ".",
                    "Make the folder writable, or delete it.",
                    e);
        }
    }

    private List<Path> remembered() throws IOException {
        try (Stream<Path> files = Files.walk(results, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith("hashes.json")
                            || file.startsWith(results.resolve("replay")))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
