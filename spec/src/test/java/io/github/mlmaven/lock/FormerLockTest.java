package io.github.mlmaven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.NamedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerLockTest {

    @TempDir
    Path folder;

    @Test
    void no_file_is_nothing_to_compare_with() {
        FormerLock none = FormerLock.read(NamedFile.of(folder.resolve("model.lock.json")));

        assertThat(none.compared()).isEmpty();
        assertThat(none.isReadable()).isTrue();
    }

    @Test
    void a_lock_is_itself() {
        Path file = folder.resolve("model.lock.json");
        Lock.of(Map.of("metric.rmse", "1.0"), List.of("one", "two")).write(file);

        FormerLock former = FormerLock.read(NamedFile.of(file));

        assertThat(former.compared().orElseThrow().facts()).containsEntry("metric.rmse", "1.0");
        assertThat(former.reasons()).containsExactly("one", "two");
        assertThat(former.isReadable()).isTrue();
    }

    @Test
    void a_merge_has_both_sides_and_the_reasons_of_both() throws IOException {
        FormerLock former = read("""
                {
                  "accepted.reason.1": "shared",
                <<<<<<< HEAD
                  "accepted.reason.2": "ours, \\"quoted\\"",
                ||||||| base
                  "accepted.reason.2": "gone",
                =======
                  "accepted.reason.2": "theirs",
                >>>>>>> feature
                  "format": "2",
                <<<<<<< HEAD
                  "metric.rmse": "1.0"
                =======
                  "metric.rmse": "2.0",
                  "metric.mae": "0.5
                >>>>>>> feature
                }
                """);

        assertThat(former.merge()).isTrue();
        assertThat(former.isReadable()).isFalse();
        assertThat(former.reasons()).containsExactly("shared", "ours, \"quoted\"", "theirs");
        assertThat(former.compared().orElseThrow().metrics()).isEqualTo(Map.of("rmse", 1.0));
        assertThat(former.sides().get(1).metrics()).isEqualTo(Map.of("rmse", 2.0));
    }

    @Test
    void of_a_lock_of_another_format_the_reason_is_kept() throws IOException {
        FormerLock former = read("{\"accepted.reason\": \"a trial\", \"format\": \"1\"}");

        assertThat(former.compared()).isEmpty();
        assertThat(former.reasons()).containsExactly("a trial");
        assertThat(former.unread()).contains("It is of format 1.");
        assertThat(former.isReadable()).isFalse();
    }

    @Test
    void of_a_damaged_lock_it_is_said_what_is_wrong() throws IOException {
        assertThat(read("{\n").unread().orElseThrow())
                .endsWith("model.lock.json line 2, column 1 ends in the middle of the lock.");
    }

    private FormerLock read(String text) throws IOException {
        return FormerLock.read(NamedFile.of(Files.writeString(folder.resolve("model.lock.json"), text)));
    }
}
