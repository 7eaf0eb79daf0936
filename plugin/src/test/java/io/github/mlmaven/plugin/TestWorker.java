package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.worker.StuckException;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A worker that does what it is asked. */
final class TestWorker {

    private TestWorker() {}

    /** @param what {@code tell}, {@code about}, {@code lack}, {@code refuse}, {@code break}, {@code fill}, {@code stick} or {@code die} */
    record Ask(String what) {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(Ask.class, TestWorker::answer).serveStandardStreams();
    }

    private static void answer(Ask ask, Progress progress) {
        switch (ask.what()) {
            case "tell" -> {
                System.out.println("a library prints");
                progress.info("pid " + ProcessHandle.current().pid());
                progress.warn(System.getProperty("note", "no note"));
                progress.tick("round", 1, 4);
            }
            case "about" -> progress.about("rows", 2, 9);
            case "lack" -> progress.info(progress.lacking("libgomp").toString());
            case "refuse" -> throw new MlException("The data is bad.", "Correct it.");
            case "break" -> throw new IllegalStateException("a bug");
            case "fill" -> {
                List<byte[]> all = new ArrayList<>();
                while (all.size() < Integer.MAX_VALUE) {
                    all.add(new byte[1 << 20]);
                }
            }
            case "stick" -> {
                progress.info("pid " + ProcessHandle.current().pid());
                throw new MlException("It goes on.", "Simplify it.", new StuckException("it"));
            }
            case "die" -> {
                System.err.println("last words");
                Runtime.getRuntime().halt(3);
            }
            default -> throw new IllegalArgumentException(ask.what());
        }
    }
}
