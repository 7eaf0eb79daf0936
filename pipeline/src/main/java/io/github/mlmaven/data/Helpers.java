package io.github.mlmaven.data;

import io.github.mlmaven.measure.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that help the one that has the work. */
final class Helpers implements Tasks, AutoCloseable {

    private final int helpers;
    private final ExecutorService executor;

    /** @param threads that work, with the one that has the work */
    Helpers(int threads) {
        helpers = threads - 1;
        executor = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "data-helper");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void each(int count, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    task.accept(i);
                }
            } catch (RuntimeException | Error e) {
                // Nothing is worth doing any more.
                next.set(count);
                throw e;
            }
        };
        List<Future<?>> helping = new ArrayList<>();
        for (int i = 0; i < Math.min(helpers, count - 1); i++) {
            helping.add(executor.submit(work));
        }
        try {
            work.run();
        } finally {
            // Whatever happens, nobody uses what the tasks are about when this returns.
            List<Throwable> failures =
                    helping.stream().flatMap(helper -> failure(helper).stream()).toList();
            for (Throwable failure : failures) {
                throwAs(failure);
            }
        }
    }

    /** What ended a helper's work, which it waits for. */
    private static Optional<Throwable> failure(Future<?> helping) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    helping.get();
                    return Optional.empty();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            return Optional.of(Objects.requireNonNull(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void throwAs(Throwable failure) {
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure instanceof Error known) {
            throw known;
        }
        throw new IllegalStateException(failure);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
