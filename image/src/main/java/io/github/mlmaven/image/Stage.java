package io.github.mlmaven.image;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of files under the hash of their content. Jib recognises a layer by its files' paths and times alone: only a path
 * that says what is in the file keeps it from shipping an old file of the same name and time.
 */
final class Stage {

    /** The time of every staged file, and of every file in an image. */
    static final Instant TIME = Instant.ofEpochSecond(1);

    private final Path folder;
    private final FileHashes hashes;
    private final Set<String> used = new HashSet<>();

    Stage(Path folder) {
        this.folder = folder;
        this.hashes = FileHashes.cachedIn(folder.resolve("hashes.json"));
    }

    /** A file as it is now, under a path that no other content has. */
    StagedFile add(Path file) {
        String hash = hashes.sha256(file);
        used.add(hash);
        Path staged = folder.resolve(hash).resolve(file.getFileName().toString());
        try {
            if (!holds(staged, hash)) {
                copy(file, staged);
                requireCopy(file, staged, hash);
            }
            return new StagedFile(staged, hash, Files.size(staged));
        } catch (IOException e) {
            throw new MlException(
                    file + " could not be copied to " + folder + ": " + e.getMessage() + ".",
                    "Make the folder writable, or free space on its disk.",
                    e);
        }
    }

    /** A file of a few lines. */
    StagedFile add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that is small. */
    StagedFile add(String name, byte[] content) {
        Path file = folder.resolve("made").resolve(name);
        Json.replace(file, content);
        return add(file);
    }

    /** Forgets what earlier builds staged. */
    void clean() {
        hashes.save();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path unused : folders.filter(this::isUnused).toList()) {
                delete(unused);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private MlException unwritable(IOException e) {
        return new MlException(
                "The folder " + folder + " could not be changed: " + e.getMessage() + ".",
                "Make it writable, or delete it.",
                e);
    }

    private boolean isUnused(Path path) {
        String name = path.getFileName().toString();
        return name.length() == 64 && !used.contains(name);
    }

    // What lies under the name of a hash may have been changed since, and the image would ship it: it is read again.
    private static boolean holds(Path staged, String hash) throws IOException {
        return Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS)
                && FileHashes.hash(staged).equals(hash)
                && Files.getLastModifiedTime(staged).toInstant().equals(TIME);
    }

    private static void requireCopy(Path file, Path staged, String hash) throws IOException {
        if (!FileHashes.hash(staged).equals(hash)) {
            throw new MlException(file + " changed while the image was made of it.", "Run the build again.");
        }
    }

    // Copied, not linked: some tools overwrite a JAR in place, and the staged file must not change with it.
    private static void copy(Path file, Path staged) throws IOException {
        Files.createDirectories(staged.getParent());
        Path temporary = Files.createTempFile(staged.getParent(), "copy", null);
        Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(temporary, FileTime.from(TIME));
        Files.move(temporary, staged, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /**
     * A file in the stage.
     *
     * @param sha256 of its content
     */
    record StagedFile(Path path, String sha256, long bytes) {}
}
