package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.text.NamedFile;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedProfileTest {

    private static final String REMEDY =
            " Remove it, and restore it from version control or accept the model anew: mvn ml:accept@small.";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void a_place() {
        file = folder.resolve("small.profile.json");
    }

    @Test
    void a_profile_that_is_not_there_has_no_hash() {
        assertThat(profile().sha256()).isEmpty();
    }

    @Test
    void its_hash_is_that_of_its_text_with_whatever_line_ends_git_wrote_it() throws IOException {
        Files.writeString(file, "{\n}\n");
        assertThat(profile().sha256()).contains(Sha256.of("{\n}\n"));

        Files.writeString(file, "{\r\n}\r\n");
        assertThat(profile().sha256()).contains(Sha256.of("{\n}\n"));
    }

    @Test
    void what_keeps_a_reader_waiting_is_told_and_not_read() throws Exception {
        Process made = new ProcessBuilder("mkfifo", file.toString()).start();
        assertThat(made.waitFor()).isZero();
        isRefused("small.profile.json is no regular file." + REMEDY);

        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        isRefused("small.profile.json is no regular file." + REMEDY);
    }

    @Test
    void what_is_larger_than_any_profile_is_told_and_not_read() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((1L << 28) + 1);
        }

        isRefused("small.profile.json has more than 268,435,456 bytes." + REMEDY);
    }

    private void isRefused(String message) {
        assertThatThrownBy(() -> profile().sha256())
                .isInstanceOf(MlException.class)
                .hasMessage(message);
    }

    private AcceptedProfile profile() {
        return new AcceptedProfile(NamedFile.of(folder, file), new AcceptCommand("mvn ml:accept@small"));
    }
}
