package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextHashTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "\r",
                "\n",
                "\r\n",
                "\n\r",
                "\r\r\n",
                "\r\n\r\n",
                "a\nb\r\nc\rd\r\n",
                "a\r\nb",
                "\r\r\r\n\n",
                "a\n\"b\r\nc\"\nd\n",
                "abc\r"
            })
    void both_hashes_are_those_of_the_text_wherever_it_is_cut(String text) throws IOException {
        for (int size = 1; size < 6; size++) {
            FileHashes.Hashes hashes =
                    TextHash.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), size);

            assertThat(hashes.bytes()).isEqualTo(Sha256.of(text));
            assertThat(hashes.text()).as("in pieces of " + size).isEqualTo(Sha256.of(text.replace("\r\n", "\n")));
        }
    }

    @Test
    void a_file_that_was_remembered_as_bytes_is_read_again_as_a_text() throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), "x\r\n1\r\n");
        InstantSource later = () -> Instant.now().plusSeconds(60);
        FileHashes hashes = FileHashes.cachedIn(folder.resolve("cache"), later);

        assertThat(hashes.sha256(file)).isEqualTo(Sha256.of("x\r\n1\r\n"));
        assertThat(hashes.text(file).text()).isEqualTo(Sha256.of("x\n1\n"));
        hashes.save();
        FileHashes again = FileHashes.cachedIn(folder.resolve("cache"), later);
        assertThat(again.text(file)).isEqualTo(new FileHashes.Hashes(Sha256.of("x\r\n1\r\n"), Sha256.of("x\n1\n")));
        assertThat(again.sha256(file)).isEqualTo(Sha256.of("x\r\n1\r\n"));
    }
}
