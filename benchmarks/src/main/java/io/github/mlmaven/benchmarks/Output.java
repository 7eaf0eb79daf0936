package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A stream that can be written to where a checked exception cannot pass. */
record Output(OutputStream stream) {

    void write(byte[] bytes) {
        write(bytes, bytes.length);
    }

    void write(byte[] bytes, int length) {
        try {
            stream.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
