package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Supply;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.Event;
import io.github.mlmaven.worker.SupplyLine;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that does heavy work for the goals of one module. It starts with the first request, serves one after another, and
 * ends when it was idle for a while, when Maven ends or when its standard input does. Safe for use by several threads.
 */
final class Worker {

    private static final Executor AFTER_IDLE = CompletableFuture.delayedExecutor(20, TimeUnit.SECONDS);
    private static final int LOG_TAIL = 15;

    private final WorkerJvm jvm;
    private final Supplier<List<Path>> classPath;
    private final Function<String, Supply> supplies;
    private @Nullable Running running;
    private long requests;

    /** @param supplies what there is in the place of a native library that the machine lacks, by its name */
    Worker(WorkerJvm jvm, Supplier<List<Path>> classPath, Function<String, Supply> supplies) {
        this.jvm = jvm;
        this.classPath = classPath;
        this.supplies = supplies;
    }

    /**
     * Has a request carried out.
     *
     * @throws MlException if the worker cannot start, cannot do it, or dies
     */
    synchronized void carryOut(Object request, Progress progress) {
        Running now = running == null || !running.process().isAlive() ? start() : running;
        running = now;
        try {
            now.send(Json.line(request));
            answer(now, progress);
        } catch (IOException | UncheckedIOException e) {
            throw died(now, e);
        }
        closeUnlessUsed(++requests);
    }

    private Running start() {
        List<Path> files = classPath.get();
        try {
            Process process = jvm.start(files);
            Thread stop = new Thread(process::destroy, "stop " + jvm.name());
            Runtime.getRuntime().addShutdownHook(stop);
            return new Running(process, process.inputReader(StandardCharsets.UTF_8), stop);
        } catch (IOException e) {
            throw new MlException(
                    "The worker " + jvm.name() + " could not be started: " + e.getMessage() + ".",
                    "Make the build folder writable.",
                    e);
        }
    }

    private void answer(Running now, Progress progress) throws IOException {
        while (true) {
            String line = now.out().readLine();
            if (line == null) {
                throw new EOFException("standard output ended");
            }
            Event event = Json.parse(line, Event.class);
            if (event instanceof Event.Done) {
                return;
            } else if (event instanceof Event.Failed failed) {
                if (failed.ends()) {
                    close(now);
                } else {
                    closeUnlessUsed(++requests);
                }
                throw failure(failed);
            } else if (event instanceof Event.Info info) {
                progress.info(info.text());
            } else if (event instanceof Event.Warn warn) {
                progress.warn(warn.text());
            } else if (event instanceof Event.Tick tick) {
                progress.tick(tick.what(), tick.done(), tick.total());
            } else if (event instanceof Event.About about) {
                progress.about(about.what(), about.done(), about.expected());
            } else if (event instanceof Event.Lacks lacks) {
                now.send(Json.line(SupplyLine.of(supplies.apply(lacks.library()))));
            }
        }
    }

    // The trace is for -e alone. As a cause it would be part of the message, which Maven joins from all causes.
    private MlException failure(Event.Failed failed) {
        MlException failure = failed.remedy().isEmpty()
                ? new MlException(
                        "The worker " + jvm.name() + " failed: " + failed.problem() + ".",
                        "This is a bug of ml-maven-plugin: report it with the trace that -e shows.")
                : new MlException(failed.problem(), failed.remedy());
        failure.addSuppressed(new WorkerFailure(jvm.name(), failed.trace()));
        return failure;
    }

    private MlException died(Running now, Exception cause) {
        close(now);
        return new LastWords(jvm, now.exitCode(), logTail()).error(cause);
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(jvm.log(), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private void closeUnlessUsed(long upTo) {
        AFTER_IDLE.execute(() -> {
            synchronized (this) {
                if (requests == upTo && running != null) {
                    close(running);
                }
            }
        });
    }

    private void close(Running now) {
        now.close();
        running = null;
    }

    private record Running(Process process, BufferedReader out, Thread stop) {

        void send(String line) throws IOException {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        int exitCode() {
            try {
                return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }

        void close() {
            process.destroy();
            try {
                Runtime.getRuntime().removeShutdownHook(stop);
            } catch (IllegalStateException e) {
                // Maven is ending: the hook runs, and does the same.
            }
        }
    }

    /** Where in the worker it happened. */
    private static final class WorkerFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        WorkerFailure(String worker, String trace) {
            super("in the worker " + worker + ": " + trace, null, false, false);
        }
    }
}
