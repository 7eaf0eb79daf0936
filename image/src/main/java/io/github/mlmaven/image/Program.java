package io.github.mlmaven.image;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of this machine that was run to its end: its exit status, and what it wrote to both its streams. */
record Program(int exit, String output) {

    /**
     * Runs a program in the C locale, so that its words are the same everywhere.
     *
     * @throws MlException if it does not exist, or takes longer than it may
     */
    static Program run(Duration limit, List<String> command) {
        String name = String.valueOf(Path.of(command.get(0)).getFileName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new MlException(
                        name + " was still running after " + limit.toSeconds() + " seconds.",
                        "Run the build again when the machine is less busy.");
            }
            return new Program(process.exitValue(), output.join());
        } catch (IOException e) {
            throw new MlException(
                    command.get(0) + " could not be run: " + e.getMessage() + ".", "Install " + name + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MlException(name + " was interrupted.", "Run the build again.", e);
        }
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
