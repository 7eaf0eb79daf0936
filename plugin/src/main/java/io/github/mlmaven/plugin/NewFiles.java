package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that come to be together: each is written beside its place and moved, and if one cannot be written, those before it
 * are taken back. A build that is killed between two of them leaves whole files, of which each prefix is a project that
 * builds.
 */
final class NewFiles {

    private final List<Change> changes = new ArrayList<>();

    /** @param before what was there; empty where nothing may have been */
    private record Change(Path file, String content, Optional<String> before) {}

    /** A file that must not exist yet. */
    void create(Path file, String content) {
        changes.add(new Change(file, content, Optional.empty()));
    }

    /** A file that must still be as it was. */
    void replace(Path file, String before, String content) {
        changes.add(new Change(file, content, Optional.of(before)));
    }

    /** Writes all, or none. */
    void write() {
        changes.forEach(NewFiles::requireUnchanged);
        List<Change> done = new ArrayList<>();
        try {
            for (Change change : changes) {
                put(change.file(), change.content());
                done.add(change);
            }
        } catch (MlException e) {
            done.forEach(NewFiles::takeBack);
            throw e;
        }
    }

    private static void requireUnchanged(Change change) {
        try {
            Optional<String> now =
                    Files.exists(change.file()) ? Optional.of(Files.readString(change.file())) : Optional.empty();
            if (!now.equals(change.before())) {
                throw new MlException(
                        change.file() + " changed while the model was trained: nothing is written.",
                        "Run the goal again, or keep the file as it is.");
            }
        } catch (IOException e) {
            throw new MlException(
                    change.file() + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
    }

    private static void takeBack(Change change) {
        if (change.before().isPresent()) {
            put(change.file(), change.before().get());
            return;
        }
        try {
            Files.deleteIfExists(change.file());
        } catch (IOException e) {
            throw new MlException(change.file() + " could not be taken back: " + Json.reason(e) + ".", "Delete it.", e);
        }
    }

    private static void put(Path file, String content) {
        Json.replace(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
