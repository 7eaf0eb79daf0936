package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedNativesTest {

    private static final String LINUX = "libduckdb_java.so_linux_amd64";
    private static final String CODE = "a class, ".repeat(100);
    private static final String NATIVE = "machine code, ".repeat(1000);
    private static final NativePlatform PLATFORM = new NativePlatform("linux_amd64", "");

    @TempDir
    Path folder;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Path cache;
    private Path jar;
    private Path other;

    @BeforeEach
    void jars() throws IOException {
        cache = folder.resolve("cache");
        other = Files.createFile(folder.resolve("other.jar"));
        jar = jar(NATIVE);
    }

    @Test
    void duckdbs_jar_is_replaced_by_one_without_natives_that_has_the_platforms_library_beside_it() throws IOException {
        List<Path> classPath = unpack(PLATFORM, List.of(other, jar, other));

        Path slim = slim();
        assertThat(classPath).containsExactly(other, slim, other);
        assertThat(texts(slim))
                .containsExactly("META-INF/: ", "META-INF/MANIFEST.MF: Version: 1", "org/A.class: " + CODE);
        assertThat(slim.resolveSibling(LINUX)).hasContent(NATIVE).isExecutable();
        assertThat(names(ofThisJar().resolve("linux_amd64")))
                .containsExactly(jar.getFileName().toString(), LINUX);
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_there_is_used_and_not_written_again() throws IOException {
        unpack(PLATFORM, List.of(jar));
        FileTime old = FileTime.from(Instant.EPOCH);
        List<Path> written = files(cache);
        for (Path file : written) {
            Files.setLastModifiedTime(file, old);
        }

        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(slim());

        assertThat(files(cache))
                .isEqualTo(written)
                .hasSize(2)
                .allMatch(file -> modified(file).equals(old));
    }

    @RepeatedTest(20)
    void builds_that_unpack_at_once_all_get_a_whole_one_and_leave_nothing_else() throws Exception {
        int builds = 8;
        CyclicBarrier start = new CyclicBarrier(builds);
        ExecutorService threads = Executors.newFixedThreadPool(builds);
        try {
            Callable<List<Path>> build = () -> {
                start.await();
                List<Path> classPath = unpack(PLATFORM, List.of(jar));
                assertThat(slim().resolveSibling(LINUX)).hasContent(NATIVE);
                return classPath;
            };
            for (Future<List<Path>> classPath : threads.invokeAll(Collections.nCopies(builds, build))) {
                assertThat(classPath.get()).containsExactly(slim());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(names(ofThisJar())).containsExactly("linux_amd64");
    }

    @Test
    void a_damaged_one_is_made_anew() throws IOException {
        unpack(PLATFORM, List.of(jar));
        Path library = slim().resolveSibling(LINUX);

        Files.writeString(library, NATIVE.substring(1));
        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(slim());
        assertThat(library).hasContent(NATIVE).isExecutable();

        byte[] whole = Files.readAllBytes(slim());
        Files.write(slim(), Arrays.copyOf(whole, whole.length - 1));
        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(slim());
        assertThat(slim()).hasBinaryContent(whole);

        Files.delete(library);
        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(slim());
        assertThat(library).hasContent(NATIVE);
        assertThat(names(ofThisJar())).containsExactly("linux_amd64");
        assertThat(told).isEmpty();
    }

    @Test
    void another_content_of_the_same_name_gets_a_folder_of_its_own_and_old_ones_stay() throws IOException {
        unpack(PLATFORM, List.of(jar));
        Path before = slim();
        jar = jar(NATIVE + "of the next version");

        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(slim()).doesNotContain(before);
        assertThat(slim().resolveSibling(LINUX)).hasContent(NATIVE + "of the next version");
        assertThat(before.resolveSibling(LINUX)).hasContent(NATIVE);
    }

    @Test
    void a_cache_that_cannot_be_written_leaves_the_jar_where_it_is() throws IOException {
        Path file = cache.resolve("duckdb");
        Files.createDirectories(cache);
        Files.createFile(file);

        assertThat(unpack(PLATFORM, List.of(other, jar))).containsExactly(other, jar);
        assertThat(told).containsExactly(jar + " stays on the class path as it is:" + " FileAlreadyExists: " + file);
    }

    @Test
    void a_folder_that_cannot_be_written_leaves_the_jar_where_it_is() throws IOException {
        Path file = ofThisJar();
        Files.createDirectories(file.getParent());
        Files.createFile(file);

        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(jar);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith(jar + " stays on the class path").contains(file.toString());
    }

    @Test
    void a_platform_without_a_library_leaves_the_jar_where_it_is_and_makes_no_cache() {
        NativePlatform platform = new NativePlatform("plan9_amd64", "");

        assertThat(unpack(platform, List.of(jar))).containsExactly(jar);
        assertThat(told)
                .containsExactly(jar + " stays on the class path as it is:" + " it has no library for plan9_amd64");
        assertThat(cache).doesNotExist();
    }

    @Test
    void a_machine_with_a_library_of_its_own_keeps_the_jar_because_that_would_come_first() throws IOException {
        Files.createFile(folder.resolve(System.mapLibraryName("duckdb_java")));

        assertThat(unpack(new NativePlatform("linux_amd64", folder.toString()), List.of(jar)))
                .containsExactly(jar);
        assertThat(told)
                .containsExactly(jar + " stays on the class path as it is:"
                        + " this machine has a duckdb_java of its own, which would come first");
    }

    @Test
    void a_jar_with_a_damaged_library_is_left_where_it_is_and_nothing_of_it_is_kept() throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(NATIVE) + 100] ^= 1;
        Files.write(jar, bytes);

        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(jar);
        assertThat(told)
                .containsExactly(
                        jar + " stays on the class path as it is:" + " Zip: " + LINUX + " of " + jar + " is damaged");
        // Not even its hash, as the JAR was made a moment ago.
        assertThat(files(cache)).isEmpty();
    }

    @Test
    void a_file_that_is_no_jar_is_left_to_the_worker_to_complain_about() throws IOException {
        Files.writeString(jar, "not a JAR");

        assertThat(unpack(PLATFORM, List.of(jar))).containsExactly(jar);
        assertThat(told).hasSize(1);
    }

    private List<Path> unpack(NativePlatform platform, List<Path> classPath) {
        return new UnpackedNatives(cache, platform, told::add).in(classPath);
    }

    private Path slim() throws IOException {
        return ofThisJar().resolve("linux_amd64").resolve(jar.getFileName());
    }

    private Path ofThisJar() throws IOException {
        return cache.resolve("duckdb").resolve(Sha256.of(Files.readAllBytes(jar)));
    }

    private Path jar(String library) throws IOException {
        Path file = folder.resolve("duckdb_jdbc-1.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "META-INF/", "");
            add(zip, "META-INF/MANIFEST.MF", "Version: 1");
            add(zip, "libduckdb_java.so_macos_arm64", "for others");
            zip.setLevel(0);
            add(zip, LINUX, library);
            zip.setLevel(9);
            add(zip, "org/A.class", CODE);
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<String> texts(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName() + ": " + text(zip, entry))
                    .toList();
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) {
        try {
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
