package io.github.mlmaven.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A module's place in its repository, as code scanning services name files: the same wherever the repository is checked out,
 * and in whatever folder Maven runs.
 *
 * @param basedir the module's folder
 * @param repository the nearest folder above, or the module's own, that Git keeps; the module's own if there is none
 */
record SourceRoot(Path basedir, Path repository) {

    static SourceRoot of(Path basedir) {
        for (@Nullable Path folder = basedir; folder != null; folder = folder.getParent()) {
            // A folder, but for submodules and linked work trees, where it is a file.
            if (Files.exists(folder.resolve(".git"))) {
                return new SourceRoot(basedir, folder);
            }
        }
        return new SourceRoot(basedir, basedir);
    }

    /** The module's folder in the repository, with a slash at its end; empty where they are the same. */
    String root() {
        String path = slashed(repository.relativize(basedir));
        return path.isEmpty() ? "" : path + "/";
    }

    /** A file of the module, as the module names it. */
    String shown(Path file) {
        return slashed(file.startsWith(repository) ? basedir.relativize(file) : file.getFileName());
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
