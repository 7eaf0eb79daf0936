package io.github.mlmaven.plugin;

import io.github.mlmaven.step.Watched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A lock as the first goal of a module's build found it. A build that is held to a lock which is written meanwhile, by another
 * Maven or by what else it runs, is held to whatever that writes.
 *
 * @param states of the file
 * @param started when Maven did
 */
record LockWatch(Path lock, List<String> states, Instant started) {

    static LockWatch of(Path lock, Instant started) {
        return new LockWatch(lock, states(lock), started);
    }

    /** Whether it is another since then, or was written after Maven started. */
    boolean isChanged() {
        return !states.equals(states(lock)) || isWrittenSince();
    }

    private boolean isWrittenSince() {
        try {
            return Files.exists(lock)
                    && Files.getLastModifiedTime(lock).toInstant().isAfter(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> states(Path lock) {
        return Watched.files(List.of(lock)).states();
    }
}
