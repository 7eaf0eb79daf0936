package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mlmaven.api.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedRuntimeTest {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @Test
    void a_runtime_is_linked_without_any_program_of_the_machine_and_is_the_same() throws Exception {
        assumeThat(JAVA_HOME.resolve("bin/jlink")).as("needs a JDK on Linux").exists();
        Path alone = folder.resolve("alone");

        ProcessBuilder builder = new ProcessBuilder(LinkedRuntime.command(JAVA_HOME, alone));
        builder.environment().put("PATH", folder.toString());
        builder.environment().put("LC_ALL", "C");
        Process jlink = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();

        assertThat(jlink.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(jlink.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertSameFiles(
                new LinkedRuntime(alone), LinkedRuntime.of(JAVA_HOME, folder.resolve("cache"), Progress.SILENT));
    }

    private static void assertSameFiles(LinkedRuntime one, LinkedRuntime other) throws IOException {
        assertThat(one.files()).hasSizeGreaterThan(50).hasSameSizeAs(other.files());
        for (Path file : one.files()) {
            Path same = other.folder().resolve(one.folder().relativize(file));
            assertThat(Files.mismatch(file, same)).as("%s", same).isEqualTo(-1);
        }
    }
}
