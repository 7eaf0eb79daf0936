package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One reading of a plain text file by some threads: each takes the next block and makes rows of it, and the batches are shown in
 * the order of the blocks, by the thread that runs this. There are never more blocks than frames in memory.
 */
final class PlainScan {

    private final PlainBlocks blocks;
    private final BlockingQueue<PlainFrame> free;
    /** In the order of the blocks; one without a block is the end. */
    private final BlockingQueue<Reading> begun = new LinkedBlockingQueue<>();

    private boolean feeds;
    private boolean returns;

    /** @param frames one for each block that may be in memory at a time */
    PlainScan(PlainBlocks blocks, List<PlainFrame> frames) {
        this.blocks = blocks;
        this.free = new ArrayBlockingQueue<>(frames.size(), false, frames);
    }

    /** A block on its way. */
    private record Reading(PlainFrame frame, FutureTask<Boolean> rows) {}

    /**
     * Reads all rows.
     *
     * @param first the position of the first row
     * @return the position behind the last row
     * @throws NotPlainException if the file is not plain, so that the rows that were shown do not count
     */
    long run(int threads, long first, Consumer<Batch> sink) throws IOException {
        List<Thread> readers = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(this::readBlocks, "data-reader-" + i))
                .toList();
        readers.forEach(reader -> reader.setDaemon(true));
        readers.forEach(Thread::start);
        try {
            return show(first, sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while data was read", e);
        } finally {
            stop(readers);
        }
    }

    private long show(long first, Consumer<Batch> sink) throws IOException, InterruptedException {
        long position = first;
        while (true) {
            Reading next = begun.take();
            if (!rows(next.rows())) {
                return position;
            }
            PlainFrame frame = next.frame();
            requireOneLineBreak(frame);
            if (frame.rows() > 0) {
                sink.accept(frame.batch(position));
                position += frame.rows();
            }
            free.add(frame);
        }
    }

    private void requireOneLineBreak(PlainFrame frame) {
        feeds |= frame.hasFeeds();
        returns |= frame.hasReturns();
        if (feeds && returns) {
            throw new NotPlainException("line breaks of two kinds");
        }
    }

    private void readBlocks() {
        try {
            boolean more = true;
            while (more) {
                PlainFrame frame = free.take();
                FutureTask<Boolean> cut = new FutureTask<>(() -> blocks.next(frame.block()));
                FutureTask<Boolean> rows = new FutureTask<>(() -> cut.get() && isRead(frame));
                synchronized (blocks) {
                    cut.run();
                    begun.add(new Reading(frame, rows));
                }
                rows.run();
                more = hasMore(rows);
            }
        } catch (InterruptedException e) {
            // Nobody wants more rows.
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRead(PlainFrame frame) {
        frame.read();
        return true;
    }

    private static boolean hasMore(FutureTask<Boolean> rows) throws InterruptedException {
        try {
            return rows.get();
        } catch (ExecutionException e) {
            // Whoever uses the rows is told.
            return false;
        }
    }

    private static boolean rows(FutureTask<Boolean> reading) throws IOException, InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof ExecutionException) {
                cause = cause.getCause();
            }
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** The file is not used by a thread of this any more when this returns. */
    private static void stop(List<Thread> readers) {
        boolean interrupted = Thread.interrupted();
        for (Thread reader : readers) {
            while (reader.isAlive()) {
                reader.interrupt();
                try {
                    reader.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
