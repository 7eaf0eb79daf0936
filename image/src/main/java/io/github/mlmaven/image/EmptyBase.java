package io.github.mlmaven.image;

import io.github.mlmaven.image.Stage.StagedFile;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A base with nothing in it but {@code /tmp}, where anyone may write and nobody may remove what is another's. It comes as a
 * Docker archive, because a layer of Jib's own has no sticky bit.
 */
final class EmptyBase {

    private static final int STICKY_FOLDER = 0041777;
    private static final int READABLE_FILE = 0100644;
    private static final String LAYER = "tmp.tar";
    private static final String CONFIG = "config.json";

    private EmptyBase() {}

    /** The archive, the same for the same architecture and version. */
    static StagedFile in(Stage stage, String architecture) {
        byte[] layer = tar(new TreeMap<>(Map.of("tmp/", new byte[0])));
        SortedMap<String, byte[]> archive = new TreeMap<>();
        archive.put(LAYER, layer);
        archive.put(CONFIG, json(config(architecture, Sha256.of(layer))));
        archive.put(
                "manifest.json",
                json(List.of(Map.of("Config", CONFIG, "RepoTags", List.of(), "Layers", List.of(LAYER)))));
        return stage.add("base.tar", tar(archive));
    }

    private static Map<String, Object> config(String architecture, String layer) {
        Map<String, String> history =
                Map.of("created", "1970-01-01T00:00:00Z", "created_by", Tool.NAME + ":" + Tool.version());
        return Map.of(
                "architecture", architecture,
                "os", "linux",
                "config", Map.of(),
                "history", List.of(history),
                "rootfs", Map.of("type", "layers", "diff_ids", List.of("sha256:" + layer)));
    }

    private static byte[] json(Object value) {
        return Json.line(value).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tar(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setMode(entry.isDirectory() ? STICKY_FOLDER : READABLE_FILE);
                entry.setModTime(Stage.TIME.toEpochMilli());
                entry.setSize(file.getValue().length);
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
