package io.github.mlmaven.benchmarks;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What it costs to read a CSV file and to validate it, beside DuckDB's typed scan and its summary, in one run. */
final class ReadingBenchmark implements Benchmark {

    static final List<Integer> ROWS = List.of(100_000, 1_000_000, 10_000_000);
    static final int THREADS = 2;
    private static final int MEMORY_MEGABYTES = 1024;

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public String measure(Workspace workspace) throws IOException {
        Markdown table = Markdown.table("rows", "", "wall", "processor", "processor / scan", "peak memory");
        for (int rows : ROWS) {
            Map<String, Usage> medians = medians(project(workspace, "reading-" + rows, rows), workspace.runs());
            double scan = Objects.requireNonNull(medians.get("scan")).cpuSeconds();
            medians.forEach((what, usage) -> table.row(
                    String.format(Locale.ROOT, "%,d", rows),
                    what,
                    Markdown.seconds(usage.wallSeconds()),
                    Markdown.seconds(usage.cpuSeconds()),
                    Markdown.ratio(usage.cpuSeconds() / scan),
                    Markdown.bytes(usage.peakBytes())));
        }
        return """
                # Reading and validation

                A CSV file of 30 columns, %s threads. Every figure is a whole process with the start of its JVM: the median of %s
                interleaved runs.

                - *scan*: DuckDB reads every cell as its type.
                - *read*: our reader reads every cell as its type, and splits the rows.
                - *validate*: the step `validate` in the worker: schema, ranges, value sets, a unique id, the profile, the hash.
                - *summarize*: DuckDB's `SUMMARIZE` of the same columns as their types.

                %s""".formatted(THREADS, workspace.runs(), table);
    }

    /** A project of the synthetic table as {@code table.csv}, with its model.yaml. */
    static Path project(Workspace workspace, String name, int rows) throws IOException {
        Path project = workspace.fresh(name);
        new SyntheticTable(42, rows).writeCsv(project.resolve("table.csv"));
        try (InputStream spec = ReadingBenchmark.class.getResourceAsStream("model.yaml")) {
            Files.copy(Objects.requireNonNull(spec), project.resolve("model.yaml"));
        }
        return project;
    }

    private static Map<String, Usage> medians(Path project, int runs) {
        Map<String, List<Usage>> all = new LinkedHashMap<>();
        Path csv = project.resolve("table.csv");
        for (int run = 0; run < runs; run++) {
            add(all, "scan", statement(TypedScan.of(csv)));
            add(all, "read", Probe.run(ReadRows.class.getName(), List.of(), new ReadRows.Request(project, THREADS)));
            add(all, "validate", Probe.worker(validation(project, run)));
            add(all, "summarize", statement(TypedScan.summary(csv)));
        }
        Map<String, Usage> medians = new LinkedHashMap<>();
        all.forEach((what, usages) -> medians.put(what, Usage.median(usages)));
        return medians;
    }

    private static Usage statement(String sql) {
        return Probe.run(DuckDbStatement.class.getName(), List.of(), new DuckDbStatement.Request(sql, THREADS));
    }

    private static void add(Map<String, List<Usage>> all, String what, Usage usage) {
        all.computeIfAbsent(what, name -> new ArrayList<>()).add(usage);
    }

    /** What asks a worker for a validation that none was before. */
    static PipelineRequest validation(Path project, int run) {
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(project.resolve("model.yaml"), project.resolve("model.lock.json")),
                project.resolve("steps-" + run),
                new BuildPlace.Identity("synthetic", "1", "benchmark"),
                Strictness.NONE);
        return new PipelineRequest(Steps.VALIDATE.name(), place, new BuildLimits(THREADS, MEMORY_MEGABYTES));
    }
}
