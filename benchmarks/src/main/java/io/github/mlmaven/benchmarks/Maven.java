package io.github.mlmaven.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A Maven that sees our artifacts, which are staged in a repository of their own, and takes all others from the local
 * repository of the build that measures. It never leaves the machine.
 *
 * @param home the installation
 * @param repository where our artifacts are staged
 * @param settings a settings file that {@link #of} wrote
 */
record Maven(Path home, Path repository, Path settings) {

    private static final long TIMEOUT_MINUTES = 10;

    /**
     * From the system properties {@code maven.home}, {@code staged.repository} and {@code local.repository}.
     *
     * @param folder where the settings file goes
     */
    static Maven of(Path folder) throws IOException {
        String settings = """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>measuring-build</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(path("local.repository").toUri());
        Path file = Files.writeString(folder.resolve("settings.xml"), settings);
        return new Maven(path("maven.home"), path("staged.repository"), file);
    }

    /**
     * Runs Maven to its end.
     *
     * @param log where its output goes
     * @return seconds
     * @throws IllegalStateException if the build fails
     */
    double run(Path project, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mvn").toString(),
                "-o",
                "-B",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + repository,
                "-Daether.offline.protocols=file"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_PROJECTBASEDIR"));
        builder.environment().put("JAVA_HOME", path("java.home").toString());
        long start = System.nanoTime();
        int exit = await(builder.start());
        if (exit != 0) {
            throw new IllegalStateException("Maven ended with " + exit + ":\n" + Files.readString(log));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static int await(Process process) {
        try {
            if (process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("Maven did not end.");
    }

    private static Path path(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), property));
    }
}
