package io.github.mlmaven.data;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets a reader fill frames on a thread of its own, a few ahead of whoever uses them. Frames are used in the order in which
 * they were filled, by the thread that runs this, so that no result depends on it.
 */
final class ReadAhead {

    private static final int FRAMES = 4;

    private final BlockingQueue<Frame> free = new ArrayBlockingQueue<>(FRAMES);
    /** Empty is the end. */
    private final BlockingQueue<Optional<Frame>> full = new ArrayBlockingQueue<>(FRAMES + 1);

    ReadAhead(Supplier<Frame> frames) {
        for (int i = 0; i < FRAMES; i++) {
            free.add(frames.get());
        }
    }

    /** Fills frames until there are no more rows. */
    @FunctionalInterface
    interface FrameReader {
        void read(ReadAhead frames) throws SQLException;
    }

    /** For the reader: fills the next frame. */
    void fill(Consumer<Frame> filling) {
        try {
            Frame frame = free.take();
            filling.accept(frame);
            full.add(Optional.of(frame));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody wants more rows", e);
        }
    }

    /**
     * Runs the reader and uses its frames, until it ends or one of both fails.
     *
     * @throws SQLException that the reader threw
     */
    void run(FrameReader reader, Consumer<Frame> user) throws SQLException {
        FutureTask<Boolean> reading = new FutureTask<>(() -> {
            try {
                reader.read(this);
                return true;
            } finally {
                full.add(Optional.empty());
            }
        });
        Thread thread = new Thread(reading, "data-reader");
        thread.setDaemon(true);
        thread.start();
        try {
            for (Optional<Frame> next = full.take(); next.isPresent(); next = full.take()) {
                user.accept(next.get());
                free.add(next.get());
            }
            thread.join();
            rethrow(reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while data was read", e);
        } finally {
            stop(thread);
        }
    }

    private static void rethrow(FutureTask<Boolean> reading) throws SQLException, InterruptedException {
        try {
            reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The engine is not used by two threads at once: whoever goes on waits until the reader has let go of it. */
    private static void stop(Thread thread) {
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
