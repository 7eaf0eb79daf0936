package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real JVM. */
class StuckWorkerTest {

    /** Minutes of work within one function. */
    private static final String ENDLESS = "levenshtein(repeat(t, 100000), repeat('xy', 100000)) > 0";

    @Test
    void a_worker_whose_engine_cannot_be_stopped_says_at_which_check_and_ends(@TempDir Path directory) throws Exception {
        project(directory);
        Process worker = start();
        try (BufferedReader out = worker.inputReader(StandardCharsets.UTF_8)) {
            ask(worker, directory);

            assertThat(Json.parse(out.readLine(), Event.class)).isInstanceOfSatisfying(Event.Failed.class, failed -> {
                assertThat(failed.problem())
                        .isEqualTo("The check '" + ENDLESS + "' (model.yaml line 8) took longer than the 2 seconds that a"
                                + " check has in all, and the data engine could not be stopped at it.");
                assertThat(failed.remedy())
                        .isEqualTo("Simplify it: compute with the values of the row as they are, and make no long lists or"
                                + " texts of them.");
                assertThat(failed.ends()).isTrue();
            });
            // Its standard input is open still.
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isZero();
        } finally {
            worker.destroyForcibly();
        }
    }

    private static void project(Path directory) throws IOException {
        new Project(directory)
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y}
                        columns:
                          t: {type: category}
                          y: {type: number}
                        checks:
                          - {rows: {min: 1}}
                          - {sql: "%s"}
                        """.formatted(ENDLESS))
                .file("d.csv", "t,y\na,1\nb,2\n");
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        StuckWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void ask(Process worker, Path directory) throws IOException {
        String line = Json.line(new StuckWorker.Ask(directory.toString())) + "\n";
        worker.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
    }
}
