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

/** What a validation costs by the number of columns, and of rows as Parquet, beside DuckDB's scan of the same cells. */
final class ShapesBenchmark implements Benchmark {

    /** A table to measure. */
    private record Shape(String file, WideTable table, boolean once) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("wide.csv", new WideTable(10_000, 30), false),
            new Shape("wide.csv", new WideTable(10_000, 300), false),
            new Shape("wide.csv", new WideTable(10_000, 3_000), false),
            new Shape("wide.parquet", new WideTable(1_000_000, 30), false),
            new Shape("wide.parquet", new WideTable(10_000_000, 30), false),
            new Shape("wide.parquet", new WideTable(100_000_000, 30), true));

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public String measure(Workspace workspace) throws IOException {
        Markdown table = Markdown.table(
                "rows x columns", "format", "file", "", "wall", "processor", "processor / scan", "peak memory");
        for (Shape shape : SHAPES) {
            Path project = workspace.fresh("shapes");
            Path file = project.resolve(shape.file());
            shape.table().write(file);
            Files.writeString(project.resolve("model.yaml"), shape.table().spec(shape.file()));
            Map<String, Usage> medians = medians(project, shape, shape.once() ? 1 : workspace.runs());
            double scan = Objects.requireNonNull(medians.get("scan")).cpuSeconds();
            String size = Markdown.bytes((double) Files.size(file));
            medians.forEach((what, usage) -> table.row(
                    String.format(
                            Locale.ROOT,
                            "%,d x %,d",
                            shape.table().rows(),
                            shape.table().columns()),
                    shape.file().substring(shape.file().indexOf('.') + 1),
                    size,
                    what,
                    Markdown.seconds(usage.wallSeconds()),
                    Markdown.seconds(usage.cpuSeconds()),
                    Markdown.ratio(usage.cpuSeconds() / scan),
                    Markdown.bytes(usage.peakBytes())));
            Workspace.delete(project);
        }
        return """
                # Validation by columns and rows

                %s threads. Every figure is a whole process with the start of its JVM: the median of %s interleaved runs, of 100
                million rows of one.

                - *scan*: DuckDB reads every cell as its type: of csv it counts the values, of Parquet, whose counts stand in the
                  file, it takes the least of each column.
                - *validate*: the step `validate` in the worker: schema, ranges, value sets, a unique id, the profile, leakage,
                  the hash.

                %s""".formatted(ReadingBenchmark.THREADS, workspace.runs(), table);
    }

    private static Map<String, Usage> medians(Path project, Shape shape, int runs) {
        DuckDbStatement.Request scan = new DuckDbStatement.Request(
                shape.table().scan(project.resolve(shape.file())), ReadingBenchmark.THREADS);
        List<Usage> scans = new ArrayList<>();
        List<Usage> validations = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            scans.add(Probe.run(DuckDbStatement.class.getName(), List.of(), scan));
            validations.add(Probe.worker(ReadingBenchmark.validation(project, run)));
        }
        Map<String, Usage> medians = new LinkedHashMap<>();
        medians.put("scan", Usage.median(scans));
        medians.put("validate", Usage.median(validations));
        return medians;
    }
}
