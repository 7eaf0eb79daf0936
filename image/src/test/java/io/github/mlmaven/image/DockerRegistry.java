package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real registry on loopback, with its files in a folder. */
public final class DockerRegistry implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/bin/docker-registry");

    private final Process process;
    private final Path storage;
    private final int port;

    private DockerRegistry(Process process, Path storage, int port) {
        this.process = process;
        this.storage = storage;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param more lines of its configuration: the key http ends it, so that keys below http may follow first
     */
    public static DockerRegistry start(Path folder, String more) throws IOException {
        int port = freePort();
        Path storage = Files.createDirectories(folder.resolve("storage"));
        Path settings = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                log: {level: error, accesslog: {disabled: true}}
                storage: {filesystem: {rootdirectory: "%s"}}
                http:
                  addr: "127.0.0.1:%s"
                  secret: test
                """.formatted(storage, port) + more);
        Process process = new ProcessBuilder(PROGRAM.toString(), "serve", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        DockerRegistry registry = new DockerRegistry(process, storage, port);
        registry.awaitListening();
        return registry;
    }

    /** A port at which nobody listens. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        close();
        throw new IOException("docker-registry does not listen");
    }

    /** Its address and port. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** Sizes of the blobs that it keeps, by digest. */
    Map<String, Long> blobs() throws IOException {
        Map<String, Long> blobs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(storage.resolve("docker/registry/v2/blobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                blobs.put(
                        file.subpath(file.getNameCount() - 2, file.getNameCount() - 1)
                                .toString(),
                        Files.size(file));
            }
        }
        return blobs;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
