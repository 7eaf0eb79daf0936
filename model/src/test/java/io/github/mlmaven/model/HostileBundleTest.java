package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was tried on bundles as a whole, by name. The memory is that of the module's tests, 256 MB. */
class HostileBundleTest {

    @TempDir
    Path folder;

    /** Says that it was initialised. */
    static final class Trap {
        static {
            System.setProperty("ml.trap", "sprung");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "line", "trees", "logistic", "share", "shares", "softprob"})
    void no_class_is_loaded_by_a_name_in_a_model(String kind) throws IOException {
        SmallModel small = SmallModel.named(kind);
        ByteString file = ByteString.copyFrom(small.file(Bundle.MODEL));
        String trap = "io.github.mlmaven.model.HostileBundleTest$Trap";
        List<ByteString> changed = ModelMutations.withName(file, "org.tribuo.", trap);
        assertThat(changed).isNotEmpty();

        int refused = 0;
        for (ByteString each : changed) {
            try {
                MlModel.of(small.manifest(), small.file(Bundle.ENCODER), each.toByteArray());
            } catch (MlException e) {
                assertThat(e).hasMessageContaining(trap);
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(System.getProperty("ml.trap")).isNull();
    }

    @Test
    void a_model_of_the_same_classes_is_the_same() throws XGBoostError {
        for (SmallModel small : SmallModel.all()) {
            MlModel loaded = MlModel.of(small.manifest(), small.file(Bundle.ENCODER), small.file(Bundle.MODEL));
            assertThat(loaded.predict(SmallModel.ROWS_ASKED)).hasSize(3);
        }
    }

    @Test
    void a_compressed_file_is_refused_before_it_is_read() throws IOException {
        Path jar = folder.resolve("bomb.jar");
        SmallModel small = SmallModel.named("line");
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.put("profile.json", new byte[20_000_000]);
        HostileJar.write(jar, small, files, text -> text, "profile.json");
        assertThat(Files.size(jar)).isLessThan(100_000);

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessage("bomb.jar is no bundle that ml:package made: profile.json is compressed in it. The files of"
                        + " a bundle are stored as they are: take it as it was built, or build it again.");
    }

    @Test
    void a_bundle_that_does_not_fit_into_memory_is_refused_before_it_is_read() throws IOException {
        Path jar = folder.resolve("large.jar");
        SmallModel small = SmallModel.named("line");
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.put("profile.json", new byte[70 << 20]);
        HostileJar.write(jar, small, files, text -> text, "");

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessageMatching("large\\.jar has 734\\d{5} bytes, which can take 280 MB of memory while they are"
                        + " read; the JVM may take \\d+ MB\\. Allow it more, as by -Xmx281m\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"format\": 2 | \"format\": \"2\"",
                "\"format\": 2 | \"format\": 2.5",
                "\"size\": ([0-9]+) | \"size\": \"$1\"",
                "\"size\": ([0-9]+) | \"size\": $1.0",
                "\"version\": \"[^\"]*\" | \"version\": 1",
                "\"version\": \"[^\"]*\" | \"version\": \"1\\\\u0007\"",
                "\"trainer\": \"[^\"]*\" | \"trainer\": \"\\\\u001b[2J\"",
                "\"trainer\": \"[^\"]*\" | \"trainer\": \"\\\\u202e\"",
            })
    void a_manifest_that_no_build_writes_is_refused_whatever_else_is_right(String right, String wrong) {
        Path jar = folder.resolve("other.jar");
        SmallModel small = SmallModel.named("line");
        HostileJar.write(
                jar,
                small,
                small.files(),
                text -> {
                    String before = new String(text, StandardCharsets.UTF_8);
                    String after = before.replaceFirst(right, wrong);
                    assertThat(after).isNotEqualTo(before);
                    return HostileJar.bytes(after);
                },
                "");

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("other.jar: manifest.json is not what this version of ml-model reads: ")
                .hasMessageNotContainingAny("\u0007", "\u001b", "\u202e");
    }

    @Test
    void a_version_without_an_end_and_a_name_that_no_file_can_have_are_refused() {
        Manifest old = SmallModel.named("line").manifest();
        assertThatThrownBy(() -> new Manifest(
                        2, old.name(), "1".repeat(5_000_000), old.model(), old.schema(), old.files(), old.versions()))
                .hasMessageStartingWith("the version ")
                .hasMessageEndingWith(" has more than 1000 letters, or one that cannot be shown")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(2_000));
        assertThatThrownBy(() ->
                        new Manifest(2, "n".repeat(101), "1", old.model(), old.schema(), old.files(), old.versions()))
                .hasMessageEndingWith(" has more than 100 letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundle.ENCODER, Bundle.GOLDEN, Bundle.MODEL})
    void a_bundle_without_one_of_its_files_is_none_also_where_its_manifest_says_so(String file) {
        Path jar = folder.resolve("less.jar");
        SmallModel small = SmallModel.named("line");
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.remove(file);
        HostileJar.write(jar, small, files, text -> text, "");

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessage("less.jar is no bundle that ml:package made: its manifest lists no " + file
                        + ". Take it from the repository again, or build it again.");
    }

    @Test
    void a_file_that_the_manifest_does_not_list_is_refused() throws IOException {
        Path jar = folder.resolve("more.jar");
        SmallModel small = SmallModel.named("line");
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.put("more.txt", new byte[3]);
        HostileJar.write(jar, small, files, text -> withoutFile(text, "more.txt"), "");

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "more.jar is no bundle that ml:package made: its manifest does not list more.txt. Take it from the"
                                + " repository again, or build it again.");
    }

    private static byte[] withoutFile(byte[] manifest, String name) {
        String text = new String(manifest, StandardCharsets.UTF_8);
        String less = text.replaceFirst(",?\\s*\"" + name + "\": \\{[^}]*}", "");
        assertThat(less).isNotEqualTo(text);
        return HostileJar.bytes(less);
    }

    @Test
    void a_pipe_and_a_folder_are_no_bundles() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.jar");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path path : List.of(pipe, folder)) {
            assertThatThrownBy(() -> MlModel.read(path))
                    .isInstanceOf(MlException.class)
                    .hasMessage(
                            path + " is no regular file. Name a bundle, the JAR with classifier 'model' that ml:package"
                                    + " makes.");
        }
    }

    @Test
    void a_size_that_the_jar_cannot_hold_is_refused_before_memory_is_taken() throws IOException {
        Path jar = folder.resolve("liar.jar");
        HostileJar.write(jar, SmallModel.named("line"), SmallModel.named("line").files(), text -> text, "");
        byte[] content = Files.readAllBytes(jar);
        ByteBuffer directory = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int entry = new String(content, StandardCharsets.ISO_8859_1).lastIndexOf("META-INF/ml/tiny/model.pb") - 46;
        directory.putInt(entry + 20, 60 << 20).putInt(entry + 24, 60 << 20);
        Files.write(jar, content);

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "liar.jar is damaged: model.pb is said to have 62914560 bytes, the whole JAR has %s. Take it"
                                        .formatted(content.length)
                                + " from the repository again, or build it again.");
    }

    @Test
    void a_manifest_that_is_in_no_models_folder_is_none() throws IOException {
        Path jar = folder.resolve("flat.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/ml/manifest.json"));
            zip.closeEntry();
        }

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(jar + " holds 0 models.");
    }
}
