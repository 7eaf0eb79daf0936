package io.github.mlmaven.model;

import io.github.mlmaven.model.Manifest.FileEntry;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes bundles: the same files make the same bytes. Entries are sorted, have one time, and are stored as they are, because
 * compressed bytes differ between builds of zlib.
 */
public final class BundleWriter {

    private BundleWriter() {}

    /**
     * Writes a bundle JAR; until it is whole, the old one stays.
     *
     * @param manifest its list of files is replaced by those given
     * @param files contents by name
     * @param time of the entries, in two-second steps, from 1980 to 2107 as the format of JARs has it
     * @return SHA-256 over the sorted {@code <sha256> <name>} lines of the files, the same under any version
     */
    public static String write(Path jar, Manifest manifest, SortedMap<String, byte[]> files, Instant time) {
        LocalDateTime entryTime = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        if (entryTime.getYear() < 1980 || entryTime.getYear() > 2107) {
            throw new IllegalArgumentException("the time " + time + " is not between 1980 and 2107");
        }
        SortedMap<String, FileEntry> entries = new TreeMap<>();
        files.forEach((name, bytes) -> entries.put(name, new FileEntry(Sha256.of(bytes), bytes.length)));
        Manifest complete = new Manifest(
                manifest.format(),
                manifest.name(),
                manifest.version(),
                manifest.model(),
                manifest.schema(),
                entries,
                manifest.versions());
        SortedMap<String, byte[]> all = new TreeMap<>();
        String folder = Bundle.ROOT + manifest.name() + "/";
        files.forEach((name, bytes) -> all.put(folder + name, bytes));
        byte[] text = Json.text(complete).getBytes(StandardCharsets.UTF_8);
        all.put(folder + Bundle.MANIFEST, text);
        all.put(folder + Bundle.MANIFEST_HASH, Sha256.of(text).getBytes(StandardCharsets.US_ASCII));
        Json.replace(jar, zip(all, entryTime));
        return contents(entries);
    }

    private static String contents(SortedMap<String, FileEntry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach((name, entry) ->
                lines.append(entry.sha256()).append(' ').append(name).append('\n'));
        return Sha256.of(lines.toString());
    }

    private static byte[] zip(SortedMap<String, byte[]> files, LocalDateTime time) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue(), time));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content, LocalDateTime time) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        // Local time without a zone, as the format has it: the same bytes in every time zone.
        entry.setTimeLocal(time);
        return entry;
    }
}
