package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.Manifest.FileEntry;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    @TempDir
    Path folder;

    @Test
    void everything_is_below_one_folder_and_sorted() throws IOException {
        Path jar = folder.resolve("tiny-1.0-model.jar");

        TinyModel.write(jar);

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "META-INF/ml/tiny/encoder.json",
                            "META-INF/ml/tiny/golden.json",
                            "META-INF/ml/tiny/manifest.json",
                            "META-INF/ml/tiny/manifest.sha256",
                            "META-INF/ml/tiny/model.pb");
        }
    }

    @Test
    void the_same_files_make_the_same_bytes_in_every_time_zone() {
        SortedMap<String, byte[]> files = TinyModel.files();
        TimeZone before = TimeZone.getDefault();
        String contents = BundleWriter.write(folder.resolve("a.jar"), TinyModel.manifest(), files, TinyModel.TIME);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            String again = BundleWriter.write(folder.resolve("b.jar"), TinyModel.manifest(), files, TinyModel.TIME);
            assertThat(again).isEqualTo(contents);
        } finally {
            TimeZone.setDefault(before);
        }

        assertThat(folder.resolve("a.jar")).hasSameBinaryContentAs(folder.resolve("b.jar"));
    }

    @Test
    void one_flipped_byte_of_the_model_is_found() throws IOException {
        Path jar = folder.resolve("tiny.jar");
        TinyModel.write(jar);
        byte[] bytes = Files.readAllBytes(jar);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("LinearSGDModel")] ^= 1;
        Files.write(jar, bytes);

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("tiny.jar is damaged: ")
                .hasMessageContaining("model.pb");
    }

    @Test
    void one_flipped_byte_of_any_file_is_found_and_the_file_is_named() throws IOException {
        Path jar = folder.resolve("tiny.jar");
        TinyModel.write(jar);
        byte[] whole = Files.readAllBytes(jar);
        SortedMap<String, byte[]> contents = contents(jar);
        assertThat(contents).hasSize(5);
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            int start = indexOf(whole, file.getValue());
            for (int i = 0; i < file.getValue().length; i += 11) {
                byte[] flipped = whole.clone();
                flipped[start + i] ^= 1;
                Files.write(jar, flipped);

                assertThatThrownBy(() -> Bundle.read(jar))
                        .isInstanceOf(MlException.class)
                        .hasMessageMatching("tiny\\.jar is damaged: .*"
                                + file.getKey().replaceAll(".*/(manifest|.*)\\..*", "$1") + ".*");
            }
        }
    }

    @Test
    void damage_is_told_with_both_hashes() throws IOException {
        Path jar = folder.resolve("tiny.jar");
        TinyModel.write(jar);
        byte[] bytes = Files.readAllBytes(jar);
        byte[] manifest = Objects.requireNonNull(contents(jar).get("META-INF/ml/tiny/manifest.json"));
        String expected = Sha256.of(manifest);
        bytes[indexOf(bytes, manifest) + 5] ^= 1;
        manifest[5] ^= 1;
        Files.write(jar, bytes);

        assertThatThrownBy(() -> Bundle.read(jar))
                .hasMessage(
                        "tiny.jar is damaged: the SHA-256 of manifest.json is %s, manifest.sha256 says %s. Take it from"
                                        .formatted(Sha256.of(manifest), expected)
                                + " the repository again, or build it again.");
    }

    @Test
    void a_flipped_byte_anywhere_never_changes_a_prediction() throws IOException {
        Path jar = folder.resolve("tiny.jar");
        TinyModel.write(jar);
        byte[] whole = Files.readAllBytes(jar);
        Prediction before = MlModel.read(jar).predict(Map.of("size", 3));
        int refused = 0;
        for (int i = 0; i < whole.length; i += 37) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 4;
            Files.write(jar, flipped);
            try {
                assertThat(MlModel.read(jar).predict(Map.of("size", 3))).isEqualTo(before);
            } catch (MlException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_jar_without_a_model_is_refused() throws IOException {
        Path jar = folder.resolve("empty.jar");
        Files.write(jar, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertThatThrownBy(() -> Bundle.read(jar))
                .hasMessage(
                        jar + " holds 0 models. Name a bundle, the JAR with classifier 'model' that ml:package makes.");
    }

    @Test
    void a_bundle_that_is_not_there_is_said_to_be_so() {
        Path jar = folder.resolve("none.jar");

        assertThatThrownBy(() -> Bundle.read(jar))
                .hasMessage("There is no bundle " + jar + ". Run ml:package, or correct the path.");
    }

    @Test
    void no_file_of_a_bundle_is_outside_its_folder() {
        Manifest old = TinyModel.manifest();
        for (String name : List.of("../x", "/x", "a/b", "..", "a\\b", "")) {
            SortedMap<String, FileEntry> files = new TreeMap<>(Map.of(name, new FileEntry("0".repeat(64), 1)));
            assertThatThrownBy(() -> new Manifest(
                            old.format(), old.name(), old.version(), old.model(), old.schema(), files, old.versions()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the name '" + name + "' is not made of letters");
        }
    }

    @Test
    void a_size_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> new FileEntry("0".repeat(64), -1))
                .hasMessage("a file of -1 bytes with the SHA-256 '" + "0".repeat(64) + "'");
    }

    @Test
    void a_time_that_jars_cannot_hold_is_refused() {
        assertThatThrownBy(() -> BundleWriter.write(
                        folder.resolve("a.jar"), TinyModel.manifest(), TinyModel.files(), Instant.EPOCH))
                .hasMessage("the time 1970-01-01T00:00:00Z is not between 1980 and 2107");
    }

    @Test
    void a_file_that_is_no_jar_is_refused() throws IOException {
        Path jar = Files.writeString(folder.resolve("x.jar"), "no jar");

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(jar + " could not be read as a JAR: ");
    }

    @Test
    void a_newer_layout_is_refused() {
        Path jar = folder.resolve("tiny.jar");
        Manifest old = TinyModel.manifest();
        BundleWriter.write(
                jar,
                new Manifest(3, old.name(), old.version(), old.model(), old.schema(), old.files(), old.versions()),
                TinyModel.files(),
                TinyModel.TIME);

        assertThatThrownBy(() -> Bundle.read(jar))
                .hasMessage(
                        "tiny.jar has the format 3, this version of ml-model reads 2. Use the version of ml-model that"
                                + " made it, or newer.");
    }

    @Test
    void another_version_of_the_project_has_the_same_contents() {
        Manifest old = TinyModel.manifest();
        SortedMap<String, byte[]> files = TinyModel.files();
        Manifest next =
                new Manifest(old.format(), old.name(), "2.0", old.model(), old.schema(), old.files(), old.versions());

        assertThat(BundleWriter.write(folder.resolve("b.jar"), next, files, TinyModel.TIME))
                .isEqualTo(BundleWriter.write(folder.resolve("a.jar"), old, files, TinyModel.TIME));
    }

    private static SortedMap<String, byte[]> contents(Path jar) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return contents;
    }

    private static int indexOf(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
