package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.step.ImageFile;
import io.github.mlmaven.text.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBuildTest {

    @TempDir
    Path folder;

    private Sample sample;

    @BeforeEach
    void only_where_a_local_base_can_be_made() throws IOException {
        assumeThat(System.getProperty("os.name"))
                .as("the local base needs Linux")
                .isEqualTo("Linux");
        assumeThat(Path.of(System.getProperty("java.home"), "bin", "jlink"))
                .as("the local base needs a JDK")
                .exists();
        sample = Sample.in(folder);
    }

    private ImageFile build() {
        return new ImageBuild(Progress.SILENT).build(sample.toTar("local"));
    }

    /** On a base of one file: quick, and as good where the base does not matter. */
    private ImageFile buildOnTinyBase() throws Exception {
        return new ImageBuild(Progress.SILENT).build(sample.toTar(TinyBase.in(folder)));
    }

    @Test
    void an_image_has_base_dependencies_model_and_server_from_the_bottom_up() throws IOException {
        ImageFile image = build();

        assertThat(image.layers()).extracting(ImageFile.Layer::name).containsExactly("dependencies", "model", "server");
        assertThat(image.base()).startsWith("local: Java " + Runtime.version());
        assertThat(Json.read(sample.result(), ImageFile.class)).isEqualTo(image);
        JsonNode layers = json("manifest.json").path(0).path("Layers");
        assertThat(layers).hasSize(6);
        assertThat(layer(layers.path(3).asText())).containsKey("app/lib/noise-1.0.jar");
        assertThat(layer(layers.path(4).asText())).containsKey("app/model/diamonds-1.0-model.jar");
        assertThat(layer(layers.path(5).asText())).containsKey("app/server/ml-server-1.0.jar");
    }

    @Test
    void an_image_says_how_it_is_run() throws Exception {
        ImageFile image = buildOnTinyBase();

        JsonNode settings = json(json("manifest.json").path(0).path("Config").asText());
        assertThat(settings.path("created").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(settings.path("config").path("Entrypoint").toString())
                .isEqualTo("[\"java\",\"-XX:MaxRAMPercentage=75\",\"-cp\","
                        + "\"/app/server/ml-server-1.0.jar:/app/lib/noise-1.0.jar\","
                        + "\"io.github.mlmaven.server.Main\",\"--bundle\",\"/app/model/diamonds-1.0-model.jar\"]");
        assertThat(settings.path("config").path("Env"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("HOST=0.0.0.0", "PORT=8080");
        assertThat(settings.path("config").path("User").asText()).isEqualTo("10001:10001");
        assertThat(settings.path("config").path("WorkingDir").asText()).isEqualTo("/app");
        assertThat(settings.path("config").path("ExposedPorts").toString()).isEqualTo("{\"8080/tcp\":{}}");
        assertThat(settings.path("config")
                        .path("Labels")
                        .path("org.opencontainers.image.title")
                        .asText())
                .isEqualTo("diamonds");
        assertThat(settings.path("config")
                        .path("Labels")
                        .path("org.opencontainers.image.version")
                        .asText())
                .isEqualTo("1.0");
        assertThat(image.imageId()).startsWith("sha256:");
    }

    @Test
    void the_same_input_makes_the_same_image_without_anything_left_of_the_first() throws IOException {
        ImageFile first = build();
        byte[] tar = Files.readAllBytes(sample.tar());
        Stage.delete(folder.resolve("work"));
        Files.delete(sample.tar());

        assertThat(build()).isEqualTo(first);
        assertThat(sample.tar()).hasBinaryContent(tar);
    }

    @Test
    void a_changed_model_of_the_same_size_and_time_is_in_the_new_image() throws Exception {
        ImageFile first = buildOnTinyBase();
        long size = Files.size(sample.bundle());
        var time = Files.getLastModifiedTime(sample.bundle());
        sample.model("3000", "3000");
        assertThat(Files.size(sample.bundle())).isEqualTo(size);
        assertThat(Files.getLastModifiedTime(sample.bundle())).isEqualTo(time);

        ImageFile second = buildOnTinyBase();

        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(second.layers().get(0)).isEqualTo(first.layers().get(0));
        assertThat(second.layers().get(1)).isNotEqualTo(first.layers().get(1));
        assertThat(second.layers().get(2)).isEqualTo(first.layers().get(2));
        String model = json("manifest.json").path(0).path("Layers").path(2).asText();
        assertThat(layer(model).get("app/model/diamonds-1.0-model.jar")).isEqualTo(Files.readAllBytes(sample.bundle()));
    }

    @Test
    void a_model_that_says_something_else_than_at_its_training_makes_no_image() throws Exception {
        buildOnTinyBase();
        byte[] tar = Files.readAllBytes(sample.tar());
        byte[] result = Files.readAllBytes(sample.result());
        sample.model("2000", "2002");

        assertThatThrownBy(this::buildOnTinyBase)
                .hasMessage(
                        "The image does not work: tried out on this machine, its server predicts {\"value\":1000.0} for "
                                + "the golden row 0, and the model said 1001.0 when it was trained. No image was written. "
                                + "It wrote nothing.");
        assertThat(sample.tar()).hasBinaryContent(tar);
        assertThat(sample.result()).hasBinaryContent(result);
    }

    @Test
    void a_server_that_does_not_start_makes_no_image_and_has_the_last_word() throws Exception {
        sample.model("-1", "-1");

        assertThatThrownBy(this::buildOnTinyBase)
                .hasMessage(
                        "The image does not work: tried out on this machine, its server ended with status 1 before it "
                                + "was ready. No image was written. Its last lines:\n  The factor is negative.");
        assertThat(sample.tar()).doesNotExist();
        assertThat(sample.result()).doesNotExist();
    }

    @Test
    void a_bundle_that_is_missing_is_named() throws Exception {
        Files.delete(sample.bundle());

        assertThatThrownBy(this::buildOnTinyBase)
                .hasMessage("The bundle " + sample.bundle() + " does not exist. Run ml:package first.");
    }

    @Test
    void the_local_base_lets_anyone_write_temporary_files_and_knows_its_user() throws IOException {
        build();

        JsonNode layers = json("manifest.json").path(0).path("Layers");
        try (TarArchiveInputStream in = gzippedTar(entry(layers.path(0).asText()))) {
            TarArchiveEntry entry = in.getNextEntry();
            assertThat(entry.getName()).isEqualTo("tmp/");
            assertThat(Integer.toOctalString(entry.getMode())).isEqualTo("41777");
            assertThat(entry.getModTime().toInstant()).isEqualTo(Stage.TIME);
            assertThat(in.getNextEntry()).isNull();
        }
        for (int i = 1; i < layers.size(); i++) {
            assertThat(layer(layers.path(i).asText())).doesNotContainKey("tmp/");
        }
        assertThat(new String(layer(layers.path(1).asText()).get("etc/passwd"), StandardCharsets.UTF_8))
                .isEqualTo("root:x:0:0:root:/root:/sbin/nologin\napp:x:10001:10001:app:/app:/sbin/nologin\n");
    }

    @Test
    void the_history_names_this_tool_in_its_own_version() throws IOException {
        build();

        JsonNode history = json("config.json").path("history");
        assertThat(history).hasSize(json("manifest.json").path(0).path("Layers").size());
        assertThat(history.findValuesAsText("created_by")).containsOnly("ml-maven-plugin:" + Tool.version());
        assertThat(history.toString()).doesNotContain("0.28");
    }

    private JsonNode json(String name) throws IOException {
        return Json.parse(new String(entry(name), StandardCharsets.UTF_8), JsonNode.class);
    }

    private byte[] entry(String name) throws IOException {
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(sample.tar())))) {
            return Objects.requireNonNull(files(in).get(name), name);
        }
    }

    private Map<String, byte[]> layer(String name) throws IOException {
        try (TarArchiveInputStream in = gzippedTar(entry(name))) {
            return files(in);
        }
    }

    private static TarArchiveInputStream gzippedTar(byte[] bytes) throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(new java.io.ByteArrayInputStream(bytes)));
    }

    private static Map<String, byte[]> files(TarArchiveInputStream in) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            files.put(entry.getName(), in.readAllBytes());
        }
        return files;
    }
}
