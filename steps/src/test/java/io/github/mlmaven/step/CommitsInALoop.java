package io.github.mlmaven.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that commits steps without end, and says on its standard output when each change on disk is done. */
final class CommitsInALoop {

    /** What the data is, in turn. */
    static final List<String> DATA = List.of("x,y\n1,2\n", "x,y\n5,5\n");

    private final int pauseAt;
    private int changes;

    private CommitsInALoop(int pauseAt) {
        this.pauseAt = pauseAt;
    }

    /** The project, and after which change to stand still; 0 for never. */
    public static void main(String[] arguments) {
        Chain chain = new Chain(Path.of(arguments[0]));
        CommitsInALoop loop = new CommitsInALoop(Integer.parseInt(arguments[1]));
        for (int round = 0; ; round++) {
            chain.write("data/d.csv", DATA.get(round % DATA.size()));
            BuildState state = chain.state();
            for (Step<Chain.Found> step : List.of(Chain.FIRST, Chain.SECOND)) {
                state.recover(step);
                if (!state.isUpToDate(step)) {
                    state.carryOut(step, chain.work(state, step), loop::changed);
                }
            }
        }
    }

    private void changed() {
        changes++;
        System.out.write('.');
        System.out.flush();
        try {
            if (changes == pauseAt) {
                TimeUnit.HOURS.sleep(1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it. */
    static Process start(Path project, int pauseAt) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CommitsInALoop.class.getName(),
                        project.toString(),
                        Integer.toString(pauseAt))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
