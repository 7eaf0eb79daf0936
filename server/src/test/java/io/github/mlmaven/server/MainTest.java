package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.server.RunningServer.RawClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, in a JVM of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MainTest {

    private static final Pattern STARTED =
            Pattern.compile("diamonds 1\\.2\\.3 is served at http://127\\.0\\.0\\.1:(\\d+) \\(started in \\d+ ms\\)");

    private static final String BODY = TinyBundle.rows(3, 1);

    @TempDir
    private static Path directory;

    private static Path bundle;

    @BeforeAll
    static void makeBundle() {
        bundle = TinyBundle.diamonds(directory);
    }

    @Test
    void an_unknown_option_ends_with_2_and_one_line() throws Exception {
        assertEnds(2, "The option --prot is unknown. Did you mean '--port'? See --help.", "--prot", "1");
    }

    @Test
    void a_missing_bundle_ends_with_1_and_one_line() throws Exception {
        Path missing = directory.resolve("missing.jar");

        assertEnds(
                1,
                "There is no bundle " + missing + ". Run ml:package, or correct the path.",
                "--bundle",
                missing.toString());
    }

    @Test
    void a_damaged_bundle_ends_with_1_and_one_line() throws Exception {
        byte[] bytes = Files.readAllBytes(bundle);
        byte[] intact = "Ideal".getBytes(StandardCharsets.UTF_8);
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Ideal");
        assertThat(bytes).contains(intact);
        bytes[place] ^= 1;
        Path damaged = Files.write(directory.resolve("damaged.jar"), bytes);

        Ended ended = end(start("--bundle", damaged.toString()));

        assertThat(ended.err()).startsWith("damaged.jar is damaged: ").hasLineCount(1);
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void a_port_that_is_taken_ends_with_1_and_one_line() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertEnds(
                    1,
                    "The server cannot listen on 127.0.0.1:" + port + ": Address already in use. "
                            + "Choose another --port or --host, or stop what listens there.",
                    "--bundle",
                    bundle.toString(),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    port);
        }
    }

    @Test
    void help_ends_with_0() throws Exception {
        Ended ended = end(start("--help"));

        assertThat(ended).isEqualTo(new Ended(0, Settings.USAGE, ""));
    }

    @Test
    void a_request_in_flight_is_answered_before_the_server_stops() throws Exception {
        Process server = serve("--access-log");
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        int port = port(out.readLine());
        try (RawClient inFlight = client(port)) {
            inFlight.beginPrediction(BODY.length()).send(BODY.substring(0, 9));

            // The process' own destroy() would close its streams on this side.
            server.toHandle().destroy();
            awaitRefusal(port);
            assertThat(server.isAlive()).isTrue();
            inFlight.send(BODY.substring(9));

            assertThat(inFlight.readToEnd())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("connection: close")
                    .contains("{\"predictions\":[{\"value\":");
        }
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(143);
        assertThat(server.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
        assertThat(out.lines()).singleElement().asString().startsWith("POST /v1/predict 200 ");
    }

    @Test
    void a_request_that_never_ends_does_not_keep_the_server_alive() throws Exception {
        Process server = serve("--drain", "1", "--timeout", "600");
        int port = port(server.inputReader(StandardCharsets.UTF_8).readLine());
        try (RawClient client = client(port)) {
            client.beginPrediction(BODY.length()).send("{");
            long start = System.nanoTime();

            server.toHandle().destroy();

            assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThan(900);
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    private static Process serve(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--bundle", bundle.toString(), "--host", "127.0.0.1", "--port", "0", "--max-concurrent", "1"));
        arguments.addAll(List.of(options));
        return start(arguments.toArray(String[]::new));
    }

    private record Ended(int status, String out, String err) {}

    private static void assertEnds(int status, String err, String... arguments) throws Exception {
        assertThat(end(start(arguments))).isEqualTo(new Ended(status, "", err + System.lineSeparator()));
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("PORT", "HOST", "JAVA_TOOL_OPTIONS"));
        return builder.start();
    }

    // The server has no SLF4J, which comes with a test library and says on standard error that it has nothing to log
    // to.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Ended end(Process process) throws Exception {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running");
        }
        return new Ended(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static int port(String line) {
        Matcher started = STARTED.matcher(line);
        assertThat(started.matches()).as(line).isTrue();
        return Integer.parseInt(started.group(1));
    }

    private static RawClient client(int port) throws IOException {
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private static void awaitRefusal(int port) throws Exception {
        for (int i = 0; i < 500; i++) {
            try {
                client(port).close();
            } catch (ConnectException e) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("still listening");
    }
}
