package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeanJarsTest {

    private static final Path WHOLE = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(jar -> jar.getFileName().toString().startsWith("duckdb_jdbc-"))
            .findFirst()
            .orElseThrow();

    @TempDir
    Path cache;

    @Test
    void the_driver_works_from_the_lean_jar() throws Exception {
        List<Path> classPath = LeanJars.of(List.of(Path.of("a.jar"), WHOLE), cache);
        assertThat(classPath.get(0)).isEqualTo(Path.of("a.jar"));
        Path lean = classPath.get(1);
        assertThat(lean).startsWith(cache);
        assertThat(Files.size(lean)).isLessThan(1_000_000);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {lean.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) loader.loadClass("org.duckdb.DuckDBDriver")
                    .getDeclaredConstructor()
                    .newInstance();
            try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
                    Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("select 42")) {
                answer.next();
                assertThat(answer.getInt(1)).isEqualTo(42);
            }
        }
    }

    @Test
    void it_is_made_once_and_again_where_a_file_is_broken() throws IOException {
        Path lean = LeanJars.of(List.of(WHOLE), cache).get(0);
        FileTime made = Files.getLastModifiedTime(lean);
        Path library;
        try (Stream<Path> files = Files.list(lean.getParent())) {
            library = files.filter(file -> !file.equals(lean)).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(library);
        assertThat(LeanJars.of(List.of(WHOLE), cache)).containsExactly(lean);
        assertThat(Files.getLastModifiedTime(lean)).isEqualTo(made);

        byte[] broken = bytes.clone();
        broken[broken.length / 2] ^= 1;
        Files.write(library, broken);
        Files.writeString(lean, "no jar");
        assertThat(LeanJars.of(List.of(WHOLE), cache)).containsExactly(lean);
        assertThat(Files.readAllBytes(library)).isEqualTo(bytes);
        try (ZipFile jar = new ZipFile(lean.toFile())) {
            assertThat(jar.stream().map(Object::toString)).noneMatch(name -> name.contains("libduckdb"));
        }
    }

    @Test
    void where_it_cannot_be_made_the_whole_jar_is_used() throws IOException {
        Path file = Files.writeString(cache.resolve("file"), "in the way");
        assertThat(LeanJars.of(List.of(WHOLE), file)).containsExactly(WHOLE);
    }
}
