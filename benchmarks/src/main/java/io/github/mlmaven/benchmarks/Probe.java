package io.github.mlmaven.benchmarks;

import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.WorkerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a JVM of its own, which speaks as workers do, and reads what it used from {@code /proc} when its answer
 * is there and before it ends. Linux only.
 */
final class Probe {

    private static final double CLOCK_TICKS_PER_SECOND = 100;

    private Probe() {}

    /** The step of a build, in a JVM with the options that the plugin gives it. */
    static Usage worker(PipelineRequest request) {
        return run("io.github.mlmaven.pipeline.Main", WorkerOptions.of("", System.getenv()), request);
    }

    /**
     * Sends one request and waits for the answer.
     *
     * @param main the class to start
     * @param options of the JVM
     * @param request a record, sent as JSON
     * @throws IllegalStateException with the program's last line if it failed
     */
    static Usage run(String main, List<String> options, Object request) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return run(command, request);
    }

    /**
     * Sends one request to any program that speaks as workers do.
     *
     * @param request a record, sent as JSON
     * @throws IllegalStateException with the program's last line if it failed
     */
    static Usage run(List<String> command, Object request) {
        try {
            long start = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            // As in the plugin's workers: OpenMP's threads sleep while they wait. If they spin, which is their default,
            // a
            // training takes six times as long as soon as another process wants the processors.
            builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
            Process process = builder.start();
            try (Writer in = process.outputWriter(StandardCharsets.UTF_8);
                    BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                in.write(Json.line(request) + "\n");
                in.flush();
                awaitDone(out);
                double wall = (System.nanoTime() - start) / 1e9;
                return new Usage(wall, cpuSeconds(process.pid()), peakBytes(process.pid()));
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitDone(BufferedReader out) throws IOException {
        String last = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("\"event\":\"done\"")) {
                return;
            }
            last = line;
            if (line.contains("\"event\":\"failed\"")) {
                break;
            }
        }
        throw new IllegalStateException("The program ended without an answer; its last line: " + last);
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / CLOCK_TICKS_PER_SECOND;
    }

    private static double peakBytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    static String java() {
        return Objects.requireNonNull(System.getProperty("java.home")) + "/bin/java";
    }
}
