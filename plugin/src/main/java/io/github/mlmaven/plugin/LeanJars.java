package io.github.mlmaven.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * DuckDB's JAR without its native libraries, and the one of this platform beside it, where the driver looks for it: else each
 * JVM that uses DuckDB unpacks 70 MB first. Both are made once and kept in a cache.
 */
final class LeanJars {

    private static final String JAR = "duckdb_jdbc-";
    private static final String LIBRARY = "libduckdb_java.so_";

    private LeanJars() {}

    /**
     * A class path with the lean JAR in the place of the whole one. It stays as it is where that cannot be made, or has no
     * library for this platform: the driver then does what it always does.
     *
     * @param cache a folder that many builds share
     */
    static List<Path> of(List<Path> classPath, Path cache) {
        return classPath.stream()
                .map(jar -> jar.getFileName().toString().startsWith(JAR) ? lean(jar, cache) : jar)
                .toList();
    }

    private static Path lean(Path jar, Path cache) {
        try (ZipFile whole = new ZipFile(jar.toFile())) {
            ZipEntry library = whole.getEntry(LIBRARY + platform());
            if (library == null) {
                return jar;
            }
            String name = jar.getFileName().toString();
            String key = "%s-%08x-%d".formatted(name, library.getCrc(), library.getSize());
            Path folder = cache.toAbsolutePath().resolve("duckdb").resolve(key);
            Path lean = folder.resolve(name);
            if (!isWhole(folder.resolve(library.getName()), library) || !hasClasses(lean, whole)) {
                Files.createDirectories(folder);
                write(folder.resolve(library.getName()), out -> copy(whole, library, out));
                write(lean, out -> copyClasses(whole, out));
            }
            return lean;
        } catch (IOException e) {
            // A cache that cannot be written to costs a moment, not the build.
            return jar;
        }
    }

    /** As the driver names platforms. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
        return name + "_" + (processor.equals("aarch64") || processor.equals("arm64") ? "arm64" : "amd64");
    }

    private static boolean isWhole(Path file, ZipEntry entry) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
            return false;
        }
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return crc.getValue() == entry.getCrc();
    }

    private static boolean hasClasses(Path lean, ZipFile whole) throws IOException {
        if (!Files.isRegularFile(lean)) {
            return false;
        }
        try (ZipFile found = new ZipFile(lean.toFile())) {
            return found.size() == whole.stream().filter(LeanJars::isKept).count();
        } catch (ZipException e) {
            // Broken: it is made anew.
            return false;
        }
    }

    private static boolean isKept(ZipEntry entry) {
        return !entry.getName().startsWith(LIBRARY);
    }

    private static void copyClasses(ZipFile whole, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (ZipEntry entry : whole.stream().filter(LeanJars::isKept).toList()) {
            zip.putNextEntry(new ZipEntry(entry.getName()));
            copy(whole, entry, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void copy(ZipFile whole, ZipEntry entry, OutputStream out) throws IOException {
        try (InputStream in = whole.getInputStream(entry)) {
            in.transferTo(out);
        }
    }

    /** Writes a file's content. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    // Other builds may be doing the same.
    private static void write(Path file, Content content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                content.write(out);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
