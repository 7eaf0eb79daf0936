package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * SHA-256 of files, remembered by size and times so that an unchanged file is not read again. What was written a moment ago
 * is not remembered yet: a file system's clock goes in steps, and within one of them a file can change and look the same.
 */
public final class FileHashes {

    private final Path cache;
    private final InstantSource clock;
    private final SortedMap<String, Known> known;
    private boolean changed;

    private FileHashes(Path cache, InstantSource clock, SortedMap<String, Known> known) {
        this.cache = cache;
        this.clock = clock;
        this.known = known;
    }

    /** Hashes remembered in a file, which need not exist and may be of another version. */
    public static FileHashes cachedIn(Path cache) {
        return cachedIn(cache, InstantSource.system());
    }

    static FileHashes cachedIn(Path cache, InstantSource clock) {
        if (!Files.isRegularFile(cache)) {
            return new FileHashes(cache, clock, new TreeMap<>());
        }
        try {
            return new FileHashes(
                    cache,
                    clock,
                    new TreeMap<>(Json.read(cache, Remembered.class).files()));
        } catch (MlException e) {
            // Only a cache: what cannot be read is computed again.
            return new FileHashes(cache, clock, new TreeMap<>());
        }
    }

    /** The hash of a file's content, in lower-case hexadecimal. */
    public String sha256(Path file) {
        return bytes(file).bytes();
    }

    /** The hash of a file's content, whatever it is. */
    Hashes bytes(Path file) {
        return known(file, text -> true, of -> new Known(of, hash(file), Optional.empty()));
    }

    /** The hashes of a text, found in one pass. */
    Hashes text(Path file) {
        return known(file, Optional::isPresent, of -> {
            Hashes hashes = TextHash.of(file);
            return new Known(of, hashes.bytes(), Optional.of(hashes.text()));
        });
    }

    private Hashes known(Path file, Predicate<Optional<String>> wanted, Reading reading) {
        try {
            FileState now = FileState.of(file);
            String key = file.toString();
            Known before = known.get(key);
            if (before != null && before.state().equals(now) && wanted.test(before.text())) {
                return before.hashes();
            }
            Known hashed = reading.of(now);
            if (now.isSettled(clock.instant())) {
                known.put(key, hashed);
                changed = true;
            }
            return hashed.hashes();
        } catch (IOException e) {
            throw new MlException(file + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
    }

    /** Remembers what was computed. */
    public void save() {
        if (changed) {
            Json.write(cache, new Remembered(known));
            changed = false;
        }
    }

    /** The hash of a file's content, not remembered. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return Sha256.hex(digest.digest());
    }

    record Remembered(Map<String, Known> files) {}

    /** @param text of a file that was read as a text */
    record Known(FileState state, String sha256, Optional<String> text) {

        Hashes hashes() {
            return new Hashes(sha256, text.orElse(sha256));
        }
    }

    /**
     * Of a file.
     *
     * @param bytes of its content
     * @param text of its content with {@code \n} for each {@code \r\n}; of a file that is no text the same as the other
     */
    record Hashes(String bytes, String text) {}

    @FunctionalInterface
    private interface Reading {
        Known of(FileState state) throws IOException;
    }
}
