package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A folder whose files change all at once. A build that is killed leaves the old files, or the new ones, or the old ones set
 * aside, which the next {@link #recover} puts back; never a mix.
 */
final class ModelFolder {

    private final Path folder;
    private final Path fresh;
    private final Path old;

    ModelFolder(Path folder) {
        this.folder = folder;
        this.fresh = folder.resolveSibling(folder.getFileName() + ".new");
        this.old = folder.resolveSibling(folder.getFileName() + ".old");
    }

    /** Clears up after a build that was killed. */
    void recover() {
        attempt(() -> {
            if (Files.exists(old) && !Files.exists(folder)) {
                Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            delete(old);
            delete(fresh);
        });
    }

    /** Replaces the files by others. */
    void replace(SortedMap<String, byte[]> files) {
        recover();
        attempt(() -> {
            Files.createDirectories(fresh);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(fresh.resolve(file.getKey()), file.getValue());
            }
            if (Files.exists(folder)) {
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        });
    }

    private void attempt(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new MlException(
                    folder + " could not be written: " + e + ".",
                    "Make the folder writable, or free space on its disk.",
                    e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }
}
