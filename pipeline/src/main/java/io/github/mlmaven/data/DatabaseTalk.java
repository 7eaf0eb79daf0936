package io.github.mlmaven.data;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.text.Numbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A talk with a database in a thread of its own, which is given up when nothing was heard for too long: not every driver has
 * limits of its own, and none has them for each of its answers.
 */
final class DatabaseTalk {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 100;

    /** A database's own limit comes first: that ends the query there too. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final long TOLD_ROWS = 1_000_000;

    private final Progress progress;
    private volatile Step step = new Step("", Duration.ZERO, System.nanoTime());
    private volatile @Nullable Connection connection;
    private volatile long rows;

    /** @param progress is told of each million of rows */
    DatabaseTalk(Progress progress) {
        this.progress = progress;
    }

    /** What is waited for, and how long. */
    private record Step(String name, Duration limit, long since) {

        boolean isOver() {
            return lasts(limit.plus(SLACK));
        }

        boolean lasts(Duration time) {
            return System.nanoTime() - since >= time.toNanos();
        }
    }

    /** From now on, something else is waited for. */
    void waitFor(String name, Duration limit) {
        step = new Step(name, limit, System.nanoTime());
    }

    /** Something was heard. */
    void heard(long rowsUntilNow) {
        if (rowsUntilNow / TOLD_ROWS > rows / TOLD_ROWS) {
            progress.info("the database gave %s rows so far".formatted(Numbers.count(rowsUntilNow)));
        }
        rows = rowsUntilNow;
        step = new Step(step.name(), step.limit(), System.nanoTime());
    }

    /** What is to be cut when nothing is heard any more. */
    void cut(Connection held) {
        connection = held;
    }

    /** What is waited for. */
    String step() {
        return step.name();
    }

    /** How long, in seconds. */
    long seconds() {
        return step.limit().toSeconds();
    }

    /** Whether as much time has passed as it may take. */
    boolean isLong() {
        return step.lasts(step.limit());
    }

    /** How many rows were heard of. */
    long rows() {
        return rows;
    }

    /**
     * Has the talk.
     *
     * @throws SilenceException if nothing was heard for too long
     * @throws ExecutionException with what the talk threw
     */
    <T> T have(Callable<T> talk) throws SilenceException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(talk);
        Thread thread = new Thread(task, "database");
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                try {
                    return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (step.isOver()) {
                        throw new SilenceException(!ends(thread));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a database was asked", e);
        }
    }

    /** Cuts the connection, and says whether the talk ended with it. */
    private boolean ends(Thread thread) throws InterruptedException {
        Connection held = connection;
        if (held != null) {
            Thread cutting = new Thread(() -> abort(held), "cut database");
            cutting.setDaemon(true);
            cutting.start();
        }
        thread.join(held == null ? LOOK_MILLIS : GRACE.toMillis());
        return !thread.isAlive();
    }

    private static void abort(Connection held) {
        try {
            held.abort(Runnable::run);
        } catch (SQLException e) {
            // It is given up whether it can be cut or not: the thread that talks tells which.
            return;
        }
    }

    /** Nothing was heard for too long. */
    static final class SilenceException extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean goesOn;

        SilenceException(boolean goesOn) {
            this.goesOn = goesOn;
        }

        /** Whether the talk could not be ended. */
        boolean goesOn() {
            return goesOn;
        }
    }
}
