package io.github.mlmaven.fetch;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The body of an answer on its way into a file. */
final class Transfer {

    private final HttpResponse<InputStream> answer;
    private final Faults faults;
    private final Patience patience;
    private final long total;

    Transfer(HttpResponse<InputStream> answer, Faults faults, Patience patience) {
        this.answer = answer;
        this.faults = faults;
        this.patience = patience;
        this.total = answer.headers().firstValueAsLong("content-length").orElse(-1);
    }

    /**
     * What came.
     *
     * @param contentType what the server calls it; may be empty
     */
    record Received(String sha256, String contentType) {}

    /**
     * Writes the body.
     *
     * @param what is written, for whoever waits
     * @throws IOException if the file cannot be written
     */
    Received into(Path file, String what, Progress progress) throws IOException, FailedAttemptException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        try (InputStream in = answer.body();
                OutputStream out = Files.newOutputStream(file);
                StallWatch watch = new StallWatch(in, patience.stall())) {
            for (int read = read(in, buffer, watch, done); read >= 0; read = read(in, buffer, watch, done)) {
                out.write(buffer, 0, read);
                digest.update(buffer, 0, read);
                done += read;
                watch.moved();
                progress.tick(what, done, total);
            }
        }
        return new Received(
                Sha256.hex(digest.digest()),
                answer.headers().firstValue("content-type").orElse(""));
    }

    private int read(InputStream in, byte[] buffer, StallWatch watch, long done) throws FailedAttemptException {
        int read;
        try {
            read = in.read(buffer);
        } catch (IOException e) {
            throw broken(watch, done, e);
        }
        if (read < 0 && (watch.hasStalled() || (total >= 0 && done < total))) {
            throw broken(watch, done, new IOException("the body ended"));
        }
        return read;
    }

    private FailedAttemptException broken(StallWatch watch, long done, IOException e) {
        if (watch.hasStalled()) {
            return faults.stalled(e);
        }
        return total >= 0
                ? faults.cut(done, total, e)
                : faults.unreached(e, answer.uri().getHost());
    }
}
