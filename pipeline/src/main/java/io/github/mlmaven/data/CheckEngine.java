package io.github.mlmaven.data;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An engine for statements that may not end. It is told to stop when their time is over, and does so between two pieces of
 * work, but not within one function of one row. So each statement has a daemon thread of its own, for which nobody waits
 * longer than its time and some grace; an engine that has not stopped by then is left to itself, since closing it would wait,
 * and the next statement starts another.
 */
final class CheckEngine implements AutoCloseable {

    private static final long SECOND = 1_000_000_000;

    private final Supplier<Engine> engines;
    private final Duration grace;
    private @Nullable Engine engine;

    /**
     * No engine is started yet.
     *
     * @param engines starts one that shares nothing with those before
     * @param grace that an engine has to stop
     */
    CheckEngine(Supplier<Engine> engines, Duration grace) {
        this.engines = engines;
        this.grace = grace;
    }

    /** The engine as it is, for statements that are known to end. */
    Engine engine() {
        Engine now = engine == null ? engines.get() : engine;
        engine = now;
        return now;
    }

    /**
     * All rows of a query that may be wrong, and may not end; nothing if it could not be stopped.
     *
     * @throws SQLTimeoutException if it was stopped as its time was over
     */
    <T> Optional<List<T>> tryQuery(Duration limit, String sql, RowReader<T> reader) throws SQLException {
        Engine asked = engine();
        return within(limit, asked, () -> asked.tryQuery(limit, sql, reader), seconds -> {});
    }

    /**
     * Runs a statement that may be wrong, and may not end.
     *
     * @param seconds is told each second how many it has run
     * @return whether it ended, or was stopped
     * @throws SQLTimeoutException if it was stopped as its time was over
     */
    boolean tryRun(Duration limit, String sql, LongConsumer seconds) throws SQLException {
        Engine asked = engine();
        return within(limit, asked, () -> asked.tryRun(limit, sql), seconds).isPresent();
    }

    private <T> Optional<T> within(Duration limit, Engine asked, Callable<T> statement, LongConsumer seconds)
            throws SQLException {
        FutureTask<T> running = new FutureTask<>(statement);
        start(running, asked);
        return await(running, Engine.atLeastASecond(limit).plus(grace), seconds);
    }

    /** An engine that was left to itself is closed where its statement ends after all. */
    private static void start(FutureTask<?> query, Engine asked) {
        Thread thread = new Thread(
                () -> {
                    query.run();
                    if (query.isCancelled()) {
                        asked.close();
                    }
                },
                "sql check");
        thread.setDaemon(true);
        thread.start();
    }

    private <T> Optional<T> await(FutureTask<T> query, Duration patience, LongConsumer seconds) throws SQLException {
        long begin = System.nanoTime();
        try {
            while (true) {
                long passed = System.nanoTime() - begin;
                Optional<T> result = within(query, Math.min(SECOND, patience.toNanos() - passed));
                if (result.isPresent()) {
                    return result;
                }
                if (passed < patience.toNanos()) {
                    seconds.accept((System.nanoTime() - begin) / SECOND);
                } else if (query.cancel(false)) {
                    engine = null;
                    return Optional.empty();
                }
                // Else it has ended since.
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a check was evaluated", e);
        }
    }

    /** What a statement says within some time. */
    private static <T> Optional<T> within(FutureTask<T> query, long nanos)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(query.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    private static SQLException failure(ExecutionException e) {
        if (e.getCause() instanceof SQLException failure) {
            return failure;
        }
        throw new IllegalStateException(e.getCause());
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
