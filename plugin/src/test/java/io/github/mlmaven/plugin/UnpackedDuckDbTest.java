package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the JAR that the engine uses: where its next version looks for libraries is its own affair. */
class UnpackedDuckDbTest {

    @TempDir
    Path folder;

    /** In a JVM that has no folder to unpack anything into. */
    @Test
    void duckdb_itself_loads_the_library_from_the_cache() throws Exception {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(file -> file.getFileName().toString().matches("duckdb_jdbc-.*|test-classes"))
                .toList();
        List<String> told = new ArrayList<>();
        UnpackedNatives natives = new UnpackedNatives(folder.resolve("cache"), NativePlatform.current(), told::add);

        assertThat(classPath).hasSize(2);
        assertThat(connect(classPath)).isNotZero();
        assertThat(connect(natives.in(classPath))).isZero();
        assertThat(told).isEmpty();
    }

    private int connect(List<Path> classPath) throws IOException, InterruptedException {
        String files = String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder.resolve("none"),
                        "-cp",
                        files,
                        Connect.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("connect.log").toFile())
                .start()
                .waitFor();
    }

    static final class Connect {

        private Connect() {}

        public static void main(String[] arguments) throws SQLException {
            DriverManager.getConnection("jdbc:duckdb:").close();
        }
    }
}
