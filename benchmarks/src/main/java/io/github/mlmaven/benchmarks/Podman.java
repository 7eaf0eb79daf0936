package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Podman with images of its own.
 *
 * @param store for images
 * @param state of containers; its path has 50 characters at most
 */
record Podman(Path store, Path state) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/podman");
    private static final Path RUNC = Path.of("/usr/sbin/runc");

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static Podman in(Path folder) throws IOException {
        return new Podman(folder.resolve("podman"), Files.createTempDirectory("podman"));
    }

    /** Loads an image. */
    void load(Path tar) throws IOException {
        podman("load", "-q", "-i", tar.toString());
    }

    /** The image that was loaded. */
    String image() throws IOException {
        return podman("images", "-q", "--no-trunc").lines().findFirst().orElseThrow();
    }

    /** Starts a container as locked down as a cluster would, on the network of this machine. */
    String start(String image, int port) throws IOException {
        // Podman asks for more than we may have ourselves; files and processes as they are now are plenty.
        String limit = Programs.run(List.of("sh", "-c", "ulimit -Hn"));
        return podman(
                "run",
                "-d",
                "--network=host",
                "--ulimit=nofile=" + limit + ":" + limit,
                "--ulimit=nproc=4096:4096",
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "-e=HOST=127.0.0.1",
                "-e=PORT=" + port,
                image);
    }

    String logs(String container) throws IOException {
        return podman("logs", container);
    }

    void remove(String container) throws IOException {
        podman("rm", "-f", "-t", "1", container);
    }

    /** Podman mounts its store on itself, and a folder with a mount in it cannot be deleted. */
    @Override
    public void close() throws IOException {
        String mount = store.resolve("overlay").toString();
        if (Files.readString(Path.of("/proc/mounts")).contains(" " + mount + " ")) {
            Programs.run(List.of("umount", mount));
        }
        Workspace.delete(state);
    }

    private String podman(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(PROGRAM.toString(), "--root", store.toString(), "--runroot", state.toString()));
        if (Files.isExecutable(RUNC)) {
            command.addAll(List.of("--runtime", "runc"));
        }
        Stream.of(arguments).forEach(command::add);
        return Programs.run(command);
    }
}
