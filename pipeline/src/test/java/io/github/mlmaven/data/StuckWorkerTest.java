package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real JVMs, with which what they leave running ends. */
class StuckWorkerTest {

    /** Minutes of work within one function of a row. */
    private static final String OF_A_ROW = "levenshtein(repeat(t, 100000), repeat('xy', 100000)) > 0";

    /** The same before a row is read, while the statement is planned. */
    private static final String OF_NO_ROW = "y > 0 and levenshtein(repeat('ab', 100000), repeat('xy', 100000)) > 0";

    static Stream<Arguments> checks() {
        return Stream.of(
                Arguments.of(OF_A_ROW, List.of(OF_A_ROW)),
                Arguments.of(OF_NO_ROW, List.of(OF_NO_ROW)),
                Arguments.of(OF_A_ROW, List.of("y > 0", "y < 3", OF_A_ROW)));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void a_worker_whose_engine_cannot_be_stopped_says_at_which_check_and_ends(
            String endless, List<String> checks, @TempDir Path directory) throws Exception {
        project(directory, checks);
        Process worker = start();
        try (BufferedReader out = worker.inputReader(StandardCharsets.UTF_8)) {
            ask(worker, directory);

            assertThat(Json.parse(out.readLine(), Event.class)).isInstanceOfSatisfying(Event.Failed.class, failed -> {
                assertThat(failed.problem())
                        .isEqualTo(
                                "The check '%s' (model.yaml line %s) took longer than the 2 seconds that a check has in"
                                                .formatted(endless, 7 + checks.size())
                                        + " all, and the data engine could not be stopped at it.");
                assertThat(failed.remedy())
                        .isEqualTo(
                                "Simplify it: compute with the values of the row as they are, and make no long lists or"
                                        + " texts of them.");
                assertThat(failed.ends()).isTrue();
            });
            // Its standard input is open still.
            assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isZero();
        } finally {
            worker.destroyForcibly();
        }
    }

    /** The last check is the one that does not end. */
    private static void project(Path directory, List<String> checks) throws IOException {
        new Project(directory)
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y}
                        columns:
                          t: {type: category}
                          y: {type: number}
                        checks:
                          - {rows: {min: 1}}
                        """
                        + checks.stream().map("  - {sql: \"%s\"}\n"::formatted).collect(Collectors.joining()))
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
