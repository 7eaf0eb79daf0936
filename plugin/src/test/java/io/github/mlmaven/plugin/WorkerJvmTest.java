package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerJvmTest {

    @Test
    void paths_with_spaces_and_backslashes_survive_the_argument_file() {
        WorkerJvm jvm = new WorkerJvm("ml-pipeline", "Main", "-Xmx2g \"-Dnote=two words\"", Path.of("target"));

        assertThat(jvm.argumentFile(
                        List.of(Path.of("a folder", "a.jar"), Path.of("b\\c.jar")),
                        List.of("-XX:+UseSerialGC", "-Da=b")))
                .isEqualTo("-XX:+DisplayVMOutputToStderr\n-cp \"" + ("a folder" + File.separator).replace("\\", "\\\\")
                        + "a.jar" + File.pathSeparator
                        + "b\\\\c.jar\"\n"
                        + "--enable-native-access=ALL-UNNAMED\n"
                        + "-Djava.awt.headless=true\n"
                        + "-XX:+UseSerialGC\n-Da=b\n"
                        + "-Xmx2g \"-Dnote=two words\"\n");
    }
}
