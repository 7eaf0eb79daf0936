package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final InstantSource MUCH_LATER = () -> Instant.now().plusSeconds(60);

    @TempDir
    Path folder;

    @Test
    void the_hash_is_sha_256() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abc");

        assertThat(FileHashes.cachedIn(folder.resolve("cache")).sha256(file)).isEqualTo(ABC);
        assertThat(Sha256.of("abc")).isEqualTo(ABC);
    }

    @Test
    void an_unchanged_file_is_not_read_again() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abc");
        Path cache = folder.resolve("cache");
        FileHashes first = FileHashes.cachedIn(cache, MUCH_LATER);
        first.sha256(file);
        first.save();
        Files.writeString(cache, Files.readString(cache).replace(ABC, "remembered"));

        assertThat(FileHashes.cachedIn(cache).sha256(file)).isEqualTo("remembered");
    }

    @Test
    void a_file_that_was_written_a_moment_ago_is_read_again() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abc");
        Path cache = folder.resolve("cache");
        FileHashes hashes = FileHashes.cachedIn(cache);
        for (int i = 0; i < 1000; i++) {
            String text = "abc" + (char) ('a' + i % 26);
            Files.writeString(file, text);

            assertThat(hashes.sha256(file)).isEqualTo(Sha256.of(text));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_change_of_the_same_size_and_time_is_seen() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abc");
        FileTime time = Files.getLastModifiedTime(file);
        FileHashes hashes = FileHashes.cachedIn(folder.resolve("cache"));
        hashes.sha256(file);

        Files.writeString(file, "abd");
        Files.setLastModifiedTime(file, time);

        assertThat(hashes.sha256(file)).isNotEqualTo(ABC);
    }

    @Test
    void a_damaged_cache_is_computed_anew() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abc");
        Path cache = Files.writeString(folder.resolve("cache"), "{");

        assertThat(FileHashes.cachedIn(cache).sha256(file)).isEqualTo(ABC);
    }
}
