package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where benchmarks work.
 *
 * @param root the project's root folder
 * @param directory for their files, may be deleted at any time
 * @param runs how often each thing is measured
 */
record Workspace(Path root, Path directory, int runs) {

    /** An empty folder of the benchmark's own. */
    Path fresh(String name) throws IOException {
        Path folder = directory.resolve(name);
        if (Files.exists(folder)) {
            delete(folder);
        }
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    /** Copies a folder without what was built in it. */
    static void copySources(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(file -> !from.relativize(file).toString().matches("(.*/)?target(/.*)?"))
                    .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copy(Path file, Path target) {
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
