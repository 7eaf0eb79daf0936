package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Supply;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The OpenMP runtime that XGBoost's library for Linux is linked with, for machines that lack it. */
final class OpenMp {

    /** How to get it from the system, as the end of a sentence. */
    static final String INSTALL =
            "install it: apt-get install libgomp1 (Debian, Ubuntu), dnf install libgomp (Fedora, RHEL),"
                    + " apk add libgomp (Alpine)";

    private static final String LIBRARY = "libgomp";
    private static final String FILE = "libgomp.so.1";
    private static final String ENTRY = "org/bytedeco/dnnl/linux-x86_64/" + FILE;
    private static final String SHA256 = "a34b323345bf3adaaf328c7b59be88cd8b197718c318847ed4be7e7b473747d0";

    private OpenMp() {}

    /**
     * Whether this is what a system's loader says that does not find it. The loader of musl, which can use no library that is
     * made for the GNU C library, says it in other words.
     */
    static boolean isMissing(Stream<String> messages) {
        return messages.anyMatch(text -> text.contains(FILE) && !text.contains("Error loading shared library"));
    }

    /**
     * The library from whoever runs the work; empty where nobody has it for this platform.
     *
     * @throws MlException if it could not be had
     */
    static Optional<Path> supplied(Progress progress) {
        Supply supply = progress.lacking(LIBRARY);
        if (supply instanceof Supply.Unresolved unresolved) {
            throw new MlException(
                    "XGBoost needs the OpenMP runtime libgomp, which this machine lacks. " + unresolved.problem(),
                    unresolved.remedy() + ", or " + INSTALL + ".");
        }
        if (supply instanceof Supply.Archive archive) {
            progress.info("This machine has no libgomp, which XGBoost needs: that of "
                    + archive.file().getFileName() + " is used.");
            return Optional.of(unpacked(archive));
        }
        return Optional.empty();
    }

    /** The library out of an archive: unpacked now, or before by an earlier build. */
    private static Path unpacked(Supply.Archive archive) {
        Path library = archive.cache()
                .toAbsolutePath()
                .resolve(LIBRARY)
                .resolve(SHA256)
                .resolve(FILE);
        try {
            if (!Files.isRegularFile(library) || !isExpected(Files.readAllBytes(library))) {
                write(library, read(archive.file()));
            }
            return library;
        } catch (IOException e) {
            throw new MlException(
                    FILE + " could not be unpacked from " + archive.file() + " to " + library + ": " + e + ".",
                    "Make the folder writable, or " + INSTALL + ".",
                    e);
        }
    }

    private static byte[] read(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(ENTRY);
            byte[] bytes = new byte[0];
            if (entry != null) {
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
            }
            if (!isExpected(bytes)) {
                throw new MlException(
                        "%s has another %s than expected: its SHA-256 is %s, not %s."
                                .formatted(archive, FILE, Sha256.of(bytes), SHA256),
                        "Delete the file, and the build downloads it again; or " + INSTALL + ".");
            }
            return bytes;
        }
    }

    // Other builds may be doing the same.
    private static void write(Path library, byte[] bytes) throws IOException {
        Files.createDirectories(library.getParent());
        Path temporary = library.resolveSibling(FILE + "." + UUID.randomUUID());
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static boolean isExpected(byte[] bytes) {
        return Sha256.of(bytes).equals(SHA256);
    }
}
