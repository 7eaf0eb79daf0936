package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleJarTest {

    private static final String GOLDEN = "META-INF/ml/tiny/golden.json";

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void a_place() {
        jar = folder.resolve("tiny.jar");
    }

    @Test
    void compressed_golden_predictions_are_refused_before_they_are_read() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(GOLDEN));
            zip.write(new byte[1 << 20]);
            zip.closeEntry();
        }

        assertThatThrownBy(() -> BundleJar.read(jar))
                .hasMessage("The bundle " + jar + " is not one: " + GOLDEN + " is compressed, or larger than 16777216"
                        + " bytes. Run ml:package again.");
    }

    @Test
    void golden_predictions_that_are_no_json_are_refused() throws IOException {
        Sample.jar(jar, Map.of(GOLDEN, "{".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> BundleJar.read(jar))
                .hasMessageStartingWith("The bundle " + jar + " is not one: " + GOLDEN + " is not JSON: ");
    }
}
