package io.github.mlmaven.image;

import io.github.mlmaven.api.MlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server of an image, started on loopback of this machine. It ends when it is closed. */
final class ServerProcess implements AutoCloseable {

    static final String MAIN_CLASS = "io.github.mlmaven.server.Main";

    private static final int LINES = 20;
    private static final long PAUSE_MILLISECONDS = 20;
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Process process;
    private final int port;
    private final Deque<String> output = new ArrayDeque<>();
    private final Thread reader;
    private final Thread atExit = new Thread(this::end, "end of server");
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        // A build that is broken off must not leave a server behind.
        Runtime.getRuntime().addShutdownHook(atExit);
        this.reader = new Thread(this::keepLastLines, "server output");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    /** Starts a server for a bundle. */
    static ServerProcess start(Path java, String classPath, Path bundle) {
        try {
            int port = freePort();
            List<String> command = new ArrayList<>(command(java.toString(), classPath, bundle.toString()));
            command.addAll(List.of("--port", String.valueOf(port), "--host", "127.0.0.1"));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new ServerProcess(process, port);
        } catch (IOException e) {
            throw new MlException(
                    "The server could not be started with " + java + ": " + e.getMessage() + ".",
                    "Run the build with another JDK.",
                    e);
        }
    }

    /** The command that serves a bundle, in an image and here. Host and port are left to options and environment. */
    static List<String> command(String java, String classPath, String bundle) {
        return List.of(java, "-XX:MaxRAMPercentage=75", "-cp", classPath, MAIN_CLASS, "--bundle", bundle);
    }

    /**
     * Waits until the server says that it is ready.
     *
     * @throws MlException with its last words, if it ends or the time is over
     */
    void awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw failed("ended with status " + process.exitValue() + " before it was ready");
            }
            if (isReady()) {
                return;
            }
            pause();
        }
        throw failed("was not ready after " + patience.toSeconds() + " seconds");
    }

    private boolean isReady() {
        try {
            return send(request("/v2/health/ready").build()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    /**
     * Sends JSON and gives the answer's body.
     *
     * @throws MlException with the server's last words, if it answers anything but 200
     */
    String post(String path, String json) {
        try {
            HttpResponse<String> answer = send(request(path)
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build());
            if (answer.statusCode() != 200) {
                throw failed("answers POST " + path + " with " + answer.statusCode() + " "
                        + answer.body().strip());
            }
            return answer.body();
        } catch (IOException e) {
            throw failed("does not answer POST " + path + ": " + e.getMessage());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWER);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A failure of the server, with its last words. */
    MlException failed(String what) {
        // What an ended server wrote is all there once its reader has seen the end.
        if (!process.isAlive()) {
            awaitReader();
        }
        String words;
        synchronized (output) {
            words = output.isEmpty() ? "It wrote nothing." : "Its last lines:\n  " + String.join("\n  ", output);
        }
        return new MlException(
                "The image does not work: tried out on this machine, its server " + what + ".",
                "No image was written. " + words);
    }

    private void awaitReader() {
        try {
            reader.join(ANSWER.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static MlException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MlException("The trial of the image was interrupted.", "Run the build again.", e);
    }

    private void keepLastLines() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.addLast(line);
                    if (output.size() > LINES) {
                        output.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            // The process is gone, and its last words with it.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook has run or will.
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
