package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A validation beside the same checks by polars, pandera and Deequ, in one run. What these need is fetched before anything is
 * measured: Python's packages into a folder of their own, and Spark into the local repository.
 */
final class PeersBenchmark implements Benchmark {

    /** What Spark asks of a JDK 17, see its class JavaModuleOptions. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/sun.nio.ch",
            "java.base/sun.util.calendar");

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public String measure(Workspace workspace) throws IOException {
        Map<String, List<String>> peers = peers(workspace);
        Markdown table = Markdown.table("rows", "", "wall", "processor", "processor / validate", "peak memory");
        for (int rows : ReadingBenchmark.ROWS) {
            Path project = ReadingBenchmark.project(workspace, "peers-" + rows, rows);
            Map<String, Usage> medians = medians(project, peers, workspace.runs());
            double validate = Objects.requireNonNull(medians.get("validate")).cpuSeconds();
            medians.forEach((what, usage) -> table.row(
                    String.format(Locale.ROOT, "%,d", rows),
                    what,
                    Markdown.seconds(usage.wallSeconds()),
                    Markdown.seconds(usage.cpuSeconds()),
                    Markdown.ratio(usage.cpuSeconds() / validate),
                    Markdown.bytes(usage.peakBytes())));
        }
        return """
                # Validation beside others

                A CSV file of 30 columns, %s threads: types, ranges, value sets, missing values and a unique id. Every figure is a
                whole process with its start: the median of %s interleaved runs.

                - *validate*: the step `validate` in the worker. It also makes the profile, looks for leakage, splits the rows, hashes
                  the file and draws the page; the others check, and no more.
                - *polars*: one query that counts what is broken. *pandera*: a schema over a data frame of polars.
                - *Deequ*: the checks on local Spark.

                %s""".formatted(ReadingBenchmark.THREADS, workspace.runs(), table);
    }

    /** The commands of the others, ready to run. */
    private static Map<String, List<String>> peers(Workspace workspace) throws IOException {
        Path scripts = workspace.root().resolve("benchmarks").resolve("peers");
        Path python = workspace.fresh("peers-python");
        Programs.run(List.of("python3", "-m", "venv", python.toString()));
        String interpreter = python.resolve("bin/python").toString();
        Programs.run(List.of(
                interpreter,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--requirement",
                scripts.resolve("requirements.txt").toString()));
        Map<String, List<String>> peers = new LinkedHashMap<>();
        for (String peer : List.of("polars", "pandera")) {
            peers.put(
                    peer,
                    List.of(interpreter, scripts.resolve(peer + "_checks.py").toString()));
        }
        peers.put("Deequ", deequ(scripts.resolve("deequ")));
        return peers;
    }

    private static List<String> deequ(Path project) throws IOException {
        String maven = Path.of(Objects.requireNonNull(System.getProperty("maven.home")))
                .resolve("bin/mvn")
                .toString();
        Programs.run(List.of(maven, "-q", "-B", "-f", project.toString(), "compile"));
        Path target = project.resolve("target");
        String classes = target.resolve("classes") + ":" + Files.readString(target.resolve("classpath"));
        List<String> command = new ArrayList<>(List.of(Probe.java()));
        OPENED.stream()
                .flatMap(name -> Stream.of("--add-opens", name + "=ALL-UNNAMED"))
                .forEach(command::add);
        command.addAll(List.of("-cp", classes, "io.github.mlmaven.benchmarks.peers.DeequChecks"));
        return List.copyOf(command);
    }

    /** What the others are told. */
    private record Checked(Path csv, int threads) {}

    private static Map<String, Usage> medians(Path project, Map<String, List<String>> peers, int runs) {
        Map<String, List<Usage>> all = new LinkedHashMap<>();
        Checked file = new Checked(project.resolve("table.csv"), ReadingBenchmark.THREADS);
        for (int run = 0; run < runs; run++) {
            Usage validate = Probe.worker(ReadingBenchmark.validation(project, run));
            all.computeIfAbsent("validate", name -> new ArrayList<>()).add(validate);
            peers.forEach((name, command) ->
                    all.computeIfAbsent(name, none -> new ArrayList<>()).add(Probe.run(command, file)));
        }
        Map<String, Usage> medians = new LinkedHashMap<>();
        all.forEach((what, usages) -> medians.put(what, Usage.median(usages)));
        return medians;
    }
}
