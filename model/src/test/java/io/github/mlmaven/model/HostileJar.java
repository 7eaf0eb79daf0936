package io.github.mlmaven.model;

import io.github.mlmaven.model.Manifest.FileEntry;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes bundles that no build makes, with hashes that are right, so that no hash hides what reads them. */
final class HostileJar {

    private HostileJar() {}

    /**
     * Writes a bundle.
     *
     * @param manifest from the text that is right to the one that is written
     * @param compressed the file that is, or an empty text
     */
    static void write(
            Path jar,
            SmallModel model,
            SortedMap<String, byte[]> files,
            UnaryOperator<byte[]> manifest,
            String compressed) {
        SortedMap<String, FileEntry> entries = new TreeMap<>();
        files.forEach((name, bytes) -> entries.put(name, new FileEntry(Sha256.of(bytes), bytes.length)));
        Manifest old = model.manifest();
        byte[] text = manifest.apply(bytes(Json.text(new Manifest(
                old.format(), old.name(), old.version(), old.model(), old.schema(), entries, old.versions()))));
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(Bundle.MANIFEST, text);
        all.put(Bundle.MANIFEST_HASH, bytes(Sha256.of(text)));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(jar));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(Bundle.ROOT + old.name() + "/" + file.getKey());
                if (!file.getKey().equals(compressed)) {
                    store(entry, file.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void store(ZipEntry entry, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
