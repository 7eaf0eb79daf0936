package io.github.mlmaven.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * DuckDB's JAR as a folder: the JAR without native libraries, and one of them beside it, executable.
 *
 * @param full the JAR that it is made of, open
 * @param library the entry of the library that is wanted; its name is that of the file too
 */
record SlimJar(ZipFile full, ZipEntry library) {

    /** How the names of all native libraries begin; the platform's name follows. */
    private static final String LIBRARY = "libduckdb_java.so_";

    /** Empty where the JAR has no library for the platform. */
    static Optional<SlimJar> of(ZipFile full, NativePlatform platform) {
        return Optional.ofNullable(full.getEntry(LIBRARY + platform.name())).map(entry -> new SlimJar(full, entry));
    }

    /** Where the JAR is in a folder. */
    Path jarIn(Path folder) {
        return folder.resolve(Path.of(full.getName()).getFileName());
    }

    /**
     * Whether a folder has both, whole. A library is not executable where the file system is mounted so, and a JVM could not
     * load it.
     */
    boolean isIn(Path folder) throws IOException {
        Path file = folder.resolve(library.getName());
        Path jar = jarIn(folder);
        if (!Files.isRegularFile(jar) || !Files.isExecutable(file) || Files.size(file) != library.getSize()) {
            return false;
        }
        try (ZipFile slim = new ZipFile(jar.toFile())) {
            return contents(slim).equals(contents(full));
        } catch (ZipException e) {
            // Damaged, which is an answer.
            return false;
        }
    }

    /**
     * Makes a folder with both, in the place of one that is not whole. Another build may do the same: the first one wins.
     *
     * @throws IOException if it cannot be written, or the JAR is damaged; nothing of it is left then
     */
    void writeTo(Path folder) throws IOException {
        Path temporary = beside(folder);
        try {
            Files.createDirectories(temporary);
            writeLibrary(temporary.resolve(library.getName()));
            writeJar(jarIn(temporary));
            if (!isIn(temporary)) {
                throw new IOException(temporary + " is not what was written, or not executable");
            }
            if (!isIn(folder)) {
                replace(folder, temporary);
            }
        } finally {
            delete(temporary);
        }
    }

    private void replace(Path folder, Path temporary) throws IOException {
        // What came there since it was looked for is another build's, and whole.
        if (isMoved(temporary, folder)) {
            return;
        }
        Path damaged = beside(folder);
        Files.move(folder, damaged, StandardCopyOption.ATOMIC_MOVE);
        delete(damaged);
        if (!isMoved(temporary, folder)) {
            throw new IOException(folder + " is not whole");
        }
    }

    /** Whether a folder has both, moved there from a temporary one or put there by another build, which is not touched. */
    private boolean isMoved(Path temporary, Path folder) throws IOException {
        try {
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (!Files.exists(folder)) {
                throw e;
            }
            return isIn(folder);
        }
    }

    private void writeLibrary(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(full.getInputStream(library), new CRC32())) {
            Files.copy(in, file);
            if (in.getChecksum().getValue() != library.getCrc()) {
                throw new ZipException(library.getName() + " of " + full.getName() + " is damaged");
            }
        }
        file.toFile().setExecutable(true, false);
    }

    // Stored, so that no JVM inflates them again. The stream holds what is written to the entry's size and CRC.
    private void writeJar(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : entries(full)) {
                ZipEntry copy = new ZipEntry(entry);
                copy.setMethod(ZipEntry.STORED);
                copy.setCompressedSize(entry.getSize());
                out.putNextEntry(copy);
                try (InputStream in = full.getInputStream(entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    private static List<? extends ZipEntry> entries(ZipFile jar) {
        return jar.stream()
                .filter(entry -> !entry.getName().startsWith(LIBRARY))
                .toList();
    }

    private static List<String> contents(ZipFile jar) {
        return entries(jar).stream()
                .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc())
                .toList();
    }

    private static Path beside(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
