package io.github.mlmaven.benchmarks;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Validation and training of the synthetic table in the worker, beside a typed scan of the file and the bare engine on a
 * ready matrix, for growing numbers of rows.
 */
final class TrainingBenchmark implements Benchmark {

    private static final int[] ROWS = {100_000, 250_000, 500_000, 1_000_000};
    private static final int ROUNDS = 50;
    private static final int MAX_DEPTH = 6;
    private static final int THREADS = 2;
    /** The split's default. */
    private static final double TRAINING_SHARE = 0.8;

    private static final String WORKER = "io.github.mlmaven.pipeline.Main";

    @Override
    public String name() {
        return "training";
    }

    @Override
    public String measure(Workspace workspace) throws IOException {
        Markdown wall = Markdown.table(
                "rows",
                "file",
                "scan",
                "validate",
                "validate / scan",
                "bare engine",
                "train",
                "train / (bare + scan)",
                "validate + train");
        Markdown use = Markdown.table(
                "rows",
                "scan CPU",
                "validate CPU",
                "bare CPU",
                "train CPU",
                "validate + train CPU",
                "bare peak",
                "validate peak",
                "validate + train peak");
        for (int rows : ROWS) {
            Path project = project(workspace, rows);
            Round median = Round.median(rounds(project, rows, workspace.runs()));
            wall.row(
                    "%,d".formatted(rows),
                    Markdown.bytes((double) Files.size(project.resolve("table.csv"))),
                    Markdown.seconds(median.scan.wallSeconds()),
                    Markdown.seconds(median.validate.wallSeconds()),
                    Markdown.ratio(median.validate.wallSeconds() / median.scan.wallSeconds()),
                    Markdown.seconds(median.bare.wallSeconds()),
                    Markdown.seconds(median.train.wallSeconds()),
                    Markdown.ratio(
                            median.train.wallSeconds() / (median.bare.wallSeconds() + median.scan.wallSeconds())),
                    Markdown.seconds(median.all.wallSeconds()));
            use.row(
                    "%,d".formatted(rows),
                    Markdown.seconds(median.scan.cpuSeconds()),
                    Markdown.seconds(median.validate.cpuSeconds()),
                    Markdown.seconds(median.bare.cpuSeconds()),
                    Markdown.seconds(median.train.cpuSeconds()),
                    Markdown.seconds(median.all.cpuSeconds()),
                    Markdown.bytes(median.bare.peakBytes()),
                    Markdown.bytes(median.validate.peakBytes()),
                    Markdown.bytes(median.all.peakBytes()));
        }
        return """
                # Validation and training

                A table of 30 columns, XGBoost with %d rounds of depth %d, %d threads. Every figure is a whole process with
                the start of its JVM: the median of %d interleaved runs.

                - *scan*: DuckDB reads every cell as its type.
                - *validate*: the step `validate` in the worker: schema, ranges, value sets, a unique id, the profile, the hash.
                - *bare engine*: XGBoost alone, on the matrix of the same rows and features, ready in a file.
                - *train*: the step `train` in the worker after *validate*, from the CSV file to the model's files.
                - *validate + train*: what `ml:train` costs when nothing was built before.

                ## Wall time

                %s
                ## Processor time and peak memory

                %s""".formatted(ROUNDS, MAX_DEPTH, THREADS, workspace.runs(), wall, use);
    }

    private static Path project(Workspace workspace, int rows) throws IOException {
        Path project = workspace.fresh("training-" + rows);
        SyntheticTable table = new SyntheticTable(42, rows);
        table.writeCsv(project.resolve("table.csv"));
        table.writeMatrix(project.resolve("matrix"));
        try (InputStream spec = TrainingBenchmark.class.getResourceAsStream("model.yaml")) {
            Files.copy(Objects.requireNonNull(spec), project.resolve("model.yaml"));
        }
        return project;
    }

    private static List<Round> rounds(Path project, int rows, int runs) throws IOException {
        List<Round> rounds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Usage scan = Probe.run(
                    TypedScan.class.getName(), List.of(), new TypedScan.Request(project.resolve("table.csv"), THREADS));
            Usage validate = worker(project, Step.VALIDATE, "steps-" + run);
            Usage bare = Probe.run(
                    BareTraining.class.getName(),
                    List.of(),
                    new BareTraining.Request(
                            project.resolve("matrix"), (int) (rows * TRAINING_SHARE), ROUNDS, MAX_DEPTH, THREADS));
            Usage train = worker(project, Step.TRAIN, "steps-" + run);
            Usage all = worker(project, Step.TRAIN, "all-" + run);
            rounds.add(new Round(scan, validate, bare, train, all));
        }
        return rounds;
    }

    private static Usage worker(Path project, Step upTo, String output) throws IOException {
        BuildPlace place = new BuildPlace(
                project,
                project.resolve("model.yaml"),
                project.resolve("model.lock.json"),
                project.resolve(output),
                new BuildPlace.Identity("synthetic", "1", "benchmark"));
        Usage usage = Probe.run(WORKER, List.of(), new PipelineRequest(upTo, place, new BuildLimits(THREADS, 1024)));
        ModelFiles files = ModelFiles.of(place.outputDirectory(), "synthetic");
        Path result = upTo == Step.TRAIN ? files.training() : files.validation();
        if (!Files.isRegularFile(result)) {
            throw new IllegalStateException("The worker left no " + result + ".");
        }
        return usage;
    }

    private record Round(Usage scan, Usage validate, Usage bare, Usage train, Usage all) {

        static Round median(List<Round> rounds) {
            return new Round(
                    Usage.median(rounds.stream().map(Round::scan).toList()),
                    Usage.median(rounds.stream().map(Round::validate).toList()),
                    Usage.median(rounds.stream().map(Round::bare).toList()),
                    Usage.median(rounds.stream().map(Round::train).toList()),
                    Usage.median(rounds.stream().map(Round::all).toList()));
        }
    }
}
