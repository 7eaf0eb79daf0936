package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockWatchTest {

    private static final Instant STARTED = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder;

    private Path lock;

    @BeforeEach
    void a_lock_of_yesterday() throws IOException {
        lock = folder.resolve("model.lock.json");
        write("{}", STARTED.minusSeconds(86_400));
    }

    @Test
    void a_lock_that_nobody_touches_did_not_change() {
        assertThat(LockWatch.of(lock, STARTED).isChanged()).isFalse();
    }

    @Test
    void a_lock_that_comes_goes_or_is_another_changed() throws IOException {
        LockWatch watch = LockWatch.of(lock, STARTED);
        write("{ }", STARTED.minusSeconds(86_400));
        assertThat(watch.isChanged()).as("with its old time").isTrue();

        Files.delete(lock);
        assertThat(watch.isChanged()).isTrue();
        LockWatch without = LockWatch.of(lock, STARTED);
        assertThat(without.isChanged()).isFalse();
        write("{}", STARTED.minusSeconds(86_400));
        assertThat(without.isChanged()).isTrue();
    }

    @Test
    void a_lock_that_was_written_before_the_first_goal_looked_changed_too() throws IOException {
        write("{}", STARTED.plusMillis(1));

        assertThat(LockWatch.of(lock, STARTED).isChanged()).isTrue();
    }

    private void write(String text, Instant time) throws IOException {
        Files.writeString(lock, text);
        Files.setLastModifiedTime(lock, FileTime.from(time));
    }
}
