package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    @Test
    void the_artifact_with_libgomp_is_the_one_that_the_engine_is_tested_with() throws IOException {
        String version = NativeLibraries.ARTIFACT.substring(NativeLibraries.ARTIFACT.lastIndexOf(':') + 1);

        assertThat(Files.readString(Path.of("..", "pom.xml"))).contains("<dnnl.version>" + version + "</dnnl.version>");
    }
}
