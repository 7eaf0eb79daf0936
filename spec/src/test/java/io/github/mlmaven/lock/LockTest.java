package io.github.mlmaven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {

    @TempDir
    Path folder;

    @Test
    void a_lock_has_one_sorted_line_for_each_fact() throws IOException {
        Path file = folder.resolve("model.lock.json");

        Lock.of(Map.of("metric.rmse", "545.25", "input.data", "abc"), Optional.of("trial"))
                .write(file);

        assertThat(file).hasContent("""
                        {
                          "accepted.reason": "trial",
                          "format": "1",
                          "input.data": "abc",
                          "metric.rmse": "545.25"
                        }
                        """);
    }

    @Test
    void what_was_written_is_read() {
        Path file = folder.resolve("model.lock.json");
        Lock lock = Lock.of(Map.of("metric.mae[cut=Very Good]", "1.5", "test.rows", "r"), Optional.empty());

        lock.write(file);
        Lock read = Lock.read(file).orElseThrow();

        assertThat(read.facts()).isEqualTo(lock.facts());
        assertThat(read.metrics()).containsOnly(Map.entry("mae[cut=Very Good]", 1.5));
        assertThat(read.testRows()).contains("r");
    }

    @Test
    void no_file_is_no_lock() {
        assertThat(Lock.read(folder.resolve("model.lock.json"))).isEmpty();
    }

    @Test
    void a_lock_of_a_newer_format_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("model.lock.json"), "{\"format\": \"2\"}");

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        file + ": the lock's format is 2, this version of the plugin reads format 1. Use the version of"
                                + " the plugin that wrote it, or delete the file and accept the model anew: mvn ml:accept.");
    }

    @Test
    void a_lock_with_a_merge_conflict_is_refused_with_its_line() throws IOException {
        Path file = Files.writeString(folder.resolve("model.lock.json"), "{\n<<<<<<< HEAD\n");

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(file + " line 2 is not what this version writes:");
    }

    @Test
    void changed_missing_and_new_facts_of_a_kind_are_differences() {
        Lock lock = Lock.of(Map.of("input.data", "a", "input.spec", "s", "metric.rmse", "1"), Optional.empty());

        assertThat(lock.differences(Map.of("input.data", "b", "input.schema", "c")))
                .map(Difference::toString)
                .containsExactly(
                        "input.data: locked a, found b",
                        "input.schema: locked nothing, found c",
                        "input.spec: locked s, found nothing");
    }

    @Test
    void equal_facts_are_no_difference() {
        Lock lock = Lock.of(Map.of("input.data", "a", "output.model.pb", "m", "output.bundle", "b"), Optional.empty());

        assertThat(lock.differences(Map.of("input.data", "a", "output.model.pb", "m")))
                .isEmpty();
    }
}
