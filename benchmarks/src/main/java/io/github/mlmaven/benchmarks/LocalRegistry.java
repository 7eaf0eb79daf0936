package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A {@code docker-registry} on loopback that keeps its files in a folder. */
final class LocalRegistry implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");

    private final Process process;
    private final Path storage;
    private final int port;

    private LocalRegistry(Process process, Path storage, int port) {
        this.process = process;
        this.storage = storage;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one that answers. */
    static LocalRegistry start(Path folder) throws IOException {
        int port = Loopback.freePort();
        Path storage = Files.createDirectories(folder.resolve("storage"));
        Path settings = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                log: {level: error, accesslog: {disabled: true}}
                storage: {filesystem: {rootdirectory: "%s"}}
                http: {addr: "127.0.0.1:%s", secret: benchmark}
                """.formatted(storage, port));
        Process process = new ProcessBuilder(PROGRAM.toString(), "serve", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        LocalRegistry registry = new LocalRegistry(process, storage, port);
        Loopback.awaitOk(
                Loopback.request("http://" + registry.address() + "/v2/").build());
        return registry;
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** Sizes of the blobs that it keeps, by their place. */
    Map<String, Long> blobs() throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        Path blobs = storage.resolve("docker/registry/v2/blobs/sha256");
        if (Files.isDirectory(blobs)) {
            try (Stream<Path> files = Files.walk(blobs)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sizes.put(blobs.relativize(file).toString(), Files.size(file));
                }
            }
        }
        return sizes;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
