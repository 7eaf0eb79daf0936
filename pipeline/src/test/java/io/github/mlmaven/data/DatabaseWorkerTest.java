package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.pipeline.Main;
import io.github.mlmaven.postgres.NeedsPostgres;
import io.github.mlmaven.postgres.PostgresServer;
import io.github.mlmaven.postgres.Relay;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.Event;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.ImageRequest.Login;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.WorkRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real worker JVMs that ask a real PostgreSQL. */
@NeedsPostgres("rows of a database")
class DatabaseWorkerTest {

    private static final int ROWS = 1_000_000;

    private static PostgresServer server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_million_rows_pass_through_a_small_heap_and_the_login_is_seen_nowhere() throws Exception {
        Project project = project(server.url());
        Process worker = worker();
        try (BufferedReader out = worker.inputReader(StandardCharsets.UTF_8)) {
            String command = worker.info().commandLine().orElse("");
            ask(worker, project, 60);

            assertThat(Json.parse(out.readLine(), Event.class))
                    .as(log())
                    .isEqualTo(new Event.Info("the database gave 1,000,000 rows so far"));
            assertThat(Json.parse(out.readLine(), Event.class)).as(log()).isInstanceOf(Event.Done.class);
            assertThat(command).doesNotContain(PostgresServer.PASSWORD, PostgresServer.USER + "\"");
            Path environment = Path.of("/proc", Long.toString(worker.pid()), "environ");
            assertThat(Files.readString(environment, StandardCharsets.ISO_8859_1))
                    .doesNotContain(PostgresServer.PASSWORD);
            assertThat(log()).doesNotContain(PostgresServer.PASSWORD);
        } finally {
            worker.destroyForcibly();
        }
        Snapshot snapshot =
                Json.read(new ModelFiles(directory.resolve("target/ml/example")).snapshotRecord(), Snapshot.class);
        assertThat(snapshot.rows()).isEqualTo(ROWS);
        assertThat(snapshot.columns()).containsExactly("x bigint", "y double", "z double", "t varchar");
    }

    @Test
    void a_worker_whose_driver_waits_on_regardless_says_so_and_ends() throws Exception {
        try (Relay relay = Relay.to(server.port(), Relay.Fault.SILENCE, 0)) {
            String url = PostgresServer.url(relay.port());
            Project project = project(url);
            Process worker = worker();
            try (BufferedReader out = worker.inputReader(StandardCharsets.UTF_8)) {
                ask(worker, project, 1);

                assertThat(Json.parse(out.readLine(), Event.class))
                        .isInstanceOfSatisfying(Event.Failed.class, failed -> {
                            assertThat(failed.problem())
                                    .isEqualTo("The database " + url + " did not answer the login within a second.");
                            assertThat(failed.ends()).isTrue();
                        });
                // Its standard input is open still.
                assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                worker.destroyForcibly();
            }
        }
    }

    private Project project(String url) throws IOException {
        return new Project(directory).spec("""
                task: regression
                data:
                  jdbc: {url: '%s', server: shop}
                  query: |
                    select i as x, i / 8.0 as y, sqrt(i) as z, repeat('text ', 20) || i as t
                    from generate_series(1, %s) i
                  label: y
                  id: [x]
                columns:
                  x: {type: integer}
                  y: {type: number}
                  z: {type: number}
                  t: {type: text}
                """.formatted(url, ROWS));
    }

    private Process worker() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx48m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        Main.class.getName())
                .redirectError(directory.resolve("worker.log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("worker.log"));
    }

    private static void ask(Process worker, Project project, int seconds) throws IOException {
        WorkRequest request = new FetchRequest(
                project.place(),
                new FetchRequest.Access(
                        List.of(PostgresServer.driver()),
                        Optional.of(new Login(PostgresServer.USER, PostgresServer.PASSWORD)),
                        seconds),
                new BuildLimits(2, 128));
        worker.getOutputStream().write((Json.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
    }
}
