package io.github.mlmaven.fetch;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.fetch.Transfer.Received;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * The files that were brought, each in a folder that is named after its digest. A file that is here is whole: it was held to
 * its digest while it came, and took its place in one move. Several builds may use one cache at a time.
 */
public final class FileCache {

    private static final String UNFINISHED = ".part";

    /** Since when nobody has written it: longer than any server is waited for. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path folder;
    private final Patience patience;
    private final SSLContext trust;

    public FileCache(Path folder, Patience patience) {
        this(folder, patience, usual());
    }

    /** @param trust which servers are the ones that they say they are */
    FileCache(Path folder, Patience patience, SSLContext trust) {
        this.folder = folder;
        this.patience = patience;
        this.trust = trust;
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new MlException(
                    "This Java cannot make secure connections: " + e.getMessage() + ".",
                    "Correct the properties javax.net.ssl.* that Maven was started with.",
                    e);
        }
    }

    /**
     * The file, if it is here and still has its bytes.
     *
     * @param sha256 tells a file's digest
     */
    public Optional<Path> held(Wanted wanted, Function<Path, String> sha256, Progress progress) {
        Path file = folder.resolve(wanted.file().digest()).resolve(wanted.file().fileName());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (sha256.apply(file).equals(wanted.file().digest())) {
            return Optional.of(file);
        }
        progress.warn("the kept file of " + wanted.name() + " has other bytes than it came with, and is not used");
        return Optional.empty();
    }

    /**
     * Brings the file.
     *
     * @throws MlException if it cannot be brought, or has other bytes than it must have
     */
    public Path fetch(Wanted wanted, Access access, Progress progress) {
        Path place = folder.resolve(wanted.file().digest());
        Path file = place.resolve(wanted.file().fileName());
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
        try {
            Files.createDirectories(place);
            clear(place);
            try {
                progress.info("fetching " + wanted.name());
                Received received = new Download(wanted, access, patience, trust).into(part, progress);
                if (!received.sha256().equals(wanted.file().digest())) {
                    throw otherBytes(wanted, received);
                }
                long bytes = Files.size(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                progress.info(String.format(Locale.ROOT, "fetched %,d bytes of %s", bytes, wanted.name()));
                return file;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new MlException(
                    wanted.name() + " could not be kept: " + file + " could not be written: " + Json.reason(e) + ".",
                    "Make room for it, and the folder writable.",
                    e);
        }
    }

    private static MlException otherBytes(Wanted wanted, Received received) {
        boolean page = received.contentType().startsWith("text/html");
        return new MlException(
                wanted.name() + " has other bytes than " + wanted.declaredAt()
                        + " declares: the sha256 of what came is "
                        + received.sha256() + ", and " + wanted.file().digest() + " is declared. The file was not used."
                        + (page
                                ? " It is a web page, most likely one that asks for a login or tells of an error."
                                : ""),
                page
                        ? "Open the address in a browser, and write the one of the file itself."
                        : "If these are the rows that you mean, write 'sha256: " + received.sha256()
                                + "'; if you do not know why they are others, ask who publishes them.");
    }

    /** Removes what builds that were killed left behind. */
    private static void clear(Path place) throws IOException {
        Instant since = Instant.now().minus(LEFT_BEHIND);
        List<Path> unfinished;
        try (Stream<Path> files = Files.list(place)) {
            unfinished =
                    files.filter(file -> file.toString().endsWith(UNFINISHED)).toList();
        }
        for (Path file : unfinished) {
            // 0 for one that took its place meanwhile.
            if (Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(since)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
