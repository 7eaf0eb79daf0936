package io.github.mlmaven.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Closes what is read from once nothing came for a while: a reader that waits then goes on. */
final class StallWatch implements AutoCloseable {

    private final Closeable source;
    private final long stallNanos;
    private final Thread thread;
    private volatile long lastMove = System.nanoTime();
    private volatile boolean stalled;

    StallWatch(Closeable source, Duration stall) {
        this.source = source;
        this.stallNanos = stall.toNanos();
        this.thread = new Thread(this::watch, "ml stall watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something came. */
    void moved() {
        lastMove = System.nanoTime();
    }

    boolean hasStalled() {
        return stalled;
    }

    private void watch() {
        try {
            long left = stallNanos;
            while (left > 0) {
                Thread.sleep(left / 1_000_000 + 1);
                left = lastMove + stallNanos - System.nanoTime();
            }
            stalled = true;
            source.close();
        } catch (InterruptedException e) {
            // The reader is done.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
