package io.github.mlmaven.worker;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Supply;
import io.github.mlmaven.text.Json;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The worker's side of the conversation: requests are carried out one after another until standard input ends, which is
 * also how a worker learns that its build is gone, or until a {@link StuckException}.
 *
 * @param <T> the request's record
 */
public final class WorkerLoop<T> {

    /** What the JVM says where it is the heap that has no room; other memory has other limits. */
    private static final List<String> OF_THE_HEAP =
            List.of("Java heap space", "GC overhead limit exceeded", "Requested array size exceeds VM limit");

    private final Class<T> requestType;
    private final BiConsumer<T, Progress> work;

    public WorkerLoop(Class<T> requestType, BiConsumer<T, Progress> work) {
        this.requestType = requestType;
        this.work = work;
    }

    /**
     * Serves standard input and output of this JVM. Whatever else prints to standard output goes to standard error, so that
     * no library can break the conversation. A worker whose parent dies while it works ends too: what it had written is
     * whole, and nobody waits for the rest. The work is done in {@link Locale#ROOT}, wherever its user lives: libraries make
     * names in the locale of the JVM, and Tribuo's protobuf looks for a method {@code addAllİnfo} in Turkish.
     */
    public void serveStandardStreams() throws IOException {
        Locale.setDefault(Locale.ROOT);
        ProcessHandle.current().parent().ifPresent(WorkerLoop::endWith);
        PrintStream out = System.out;
        System.setOut(System.err);
        serve(System.in, out);
    }

    private static void endWith(ProcessHandle parent) {
        Thread watch = new Thread(
                () -> {
                    parent.onExit().join();
                    System.exit(1);
                },
                "parent watch");
        watch.setDaemon(true);
        watch.start();
    }

    void serve(InputStream in, PrintStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Event event = carryOut(line, progress(lines, out));
            send(out, event);
            if (event instanceof Event.Failed failed && failed.ends()) {
                return;
            }
        }
    }

    // A worker is the outermost frame of its JVM: whatever happens must reach the other side as an event.
    private Event carryOut(String line, Progress progress) {
        try {
            work.accept(Json.parse(line, requestType), progress);
            return new Event.Done();
        } catch (MlException e) {
            return new Event.Failed(e.problem(), e.remedy(), trace(e), isStuck(e));
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    private static boolean isStuck(MlException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(StuckException.class::isInstance);
    }

    // Work that is spread over threads has it wrapped.
    private static Event failed(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return outOfMemory(cause);
            }
        }
        return new Event.Failed(String.valueOf(e), "", trace(e), false);
    }

    private static Event outOfMemory(Throwable error) {
        String what = String.valueOf(error.getMessage());
        return OF_THE_HEAP.stream().anyMatch(what::startsWith)
                ? new Event.Failed(
                        "The worker ran out of heap (" + Heap.here().option() + ").",
                        Heap.here().remedy(),
                        trace(error),
                        false)
                : new Event.Failed(
                        "The worker ran out of memory: " + what + ".",
                        "It is not the heap that is too small, so -Xmx does not help: raise the limits of the machine, or"
                                + " those of the JVM in ml.argLine.",
                        trace(error),
                        false);
    }

    private static Progress progress(BufferedReader lines, PrintStream out) {
        return new Progress() {
            @Override
            public void info(String text) {
                send(out, new Event.Info(text));
            }

            @Override
            public void warn(String text) {
                send(out, new Event.Warn(text));
            }

            @Override
            public void tick(String what, long done, long total) {
                send(out, new Event.Tick(what, done, total));
            }

            @Override
            public void about(String what, long done, long expected) {
                send(out, new Event.About(what, done, expected));
            }

            @Override
            public Supply lacking(String library) {
                send(out, new Event.Lacks(library));
                return Json.parse(next(lines), SupplyLine.class).supply();
            }
        };
    }

    private static String next(BufferedReader lines) {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new EOFException("standard input ended before an answer");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(PrintStream out, Event event) {
        String line = Json.line(event) + "\n";
        synchronized (out) {
            out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
