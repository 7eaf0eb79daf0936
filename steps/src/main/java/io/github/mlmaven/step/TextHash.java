package io.github.mlmaven.step;

import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of a text as it is and with {@code \n} for each {@code \r\n}, in one pass. A text without {@code \r\n} costs one
 * digest: the second begins as a copy of the first where the two part.
 */
final class TextHash {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest exact = Sha256.digest();
    private @Nullable MessageDigest text;

    private TextHash() {}

    static FileHashes.Hashes of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in, BUFFER);
        }
    }

    /** @param size of the buffer, at least 1 */
    static FileHashes.Hashes of(InputStream in, int size) throws IOException {
        TextHash hash = new TextHash();
        byte[] buffer = new byte[size + 1];
        int held = 0;
        for (int read = in.read(buffer, 0, size); read >= 0; read = in.read(buffer, held, size)) {
            int length = held + read;
            // A carriage return at the end waits for what follows it.
            held = length > 0 && buffer[length - 1] == '\r' ? 1 : 0;
            hash.update(buffer, length - held);
            buffer[0] = '\r';
        }
        hash.update(buffer, held);
        String bytes = Sha256.hex(hash.exact.digest());
        return new FileHashes.Hashes(bytes, hash.text == null ? bytes : Sha256.hex(hash.text.digest()));
    }

    private void update(byte[] buffer, int length) {
        int from = 0;
        for (int i = 0; i + 1 < length; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                text(buffer, from, i);
                from = i + 1;
            }
        }
        if (text != null) {
            text.update(buffer, from, length - from);
        }
        exact.update(buffer, 0, length);
    }

    private void text(byte[] buffer, int from, int to) {
        if (text == null) {
            text = copyOfExact();
        }
        text.update(buffer, from, to - from);
    }

    private MessageDigest copyOfExact() {
        try {
            return (MessageDigest) exact.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }
}
