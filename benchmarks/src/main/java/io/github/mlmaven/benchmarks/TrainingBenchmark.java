package io.github.mlmaven.benchmarks;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
        Markdown cpu = Markdown.table(
                "rows",
                "scan",
                "validate",
                "validate / scan",
                "bare engine",
                "train",
                "train / (bare + scan)",
                "validate + train");
        Markdown memory = Markdown.table("rows", "scan", "validate", "bare engine", "train", "validate + train");
        for (int rows : ROWS) {
            Path project = project(workspace, rows);
            Round median = Round.median(rounds(project, rows, workspace.runs()));
            String count = String.format(Locale.ROOT, "%,d", rows);
            List<String> times = new ArrayList<>(List.of(count));
            times.add(Markdown.bytes((double) Files.size(project.resolve("table.csv"))));
            times.addAll(median.times(Usage::wallSeconds));
            wall.row(times.toArray(String[]::new));
            times = new ArrayList<>(List.of(count));
            times.addAll(median.times(Usage::cpuSeconds));
            cpu.row(times.toArray(String[]::new));
            memory.row(Stream.concat(Stream.of(count), median.peaks()).toArray(String[]::new));
        }
        return """
                # Validation and training

                A table of 30 columns, XGBoost with %s rounds of depth %s, %s threads. Every figure is a whole process with
                the start of its JVM: the median of %s interleaved runs.

                - *scan*: DuckDB reads every cell as its type.
                - *validate*: the step `validate` in the worker: schema, ranges, value sets, a unique id, the profile, the hash.
                - *bare engine*: XGBoost alone, on the matrix of the same rows and features, ready in a file.
                - *train*: the step `train` in the worker after *validate*, from the CSV file to the model's files.
                - *validate + train*: what `ml:train` costs when nothing was built before.

                ## Wall time

                %s
                ## Processor time, of all threads

                %s
                ## Peak memory

                %s""".formatted(ROUNDS, MAX_DEPTH, THREADS, workspace.runs(), wall, cpu, memory);
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
                    DuckDbStatement.class.getName(),
                    List.of(),
                    new DuckDbStatement.Request(TypedScan.of(project.resolve("table.csv")), THREADS));
            Usage validate = worker(project, Steps.VALIDATE, "steps-" + run);
            Usage bare = Probe.run(
                    BareTraining.class.getName(),
                    List.of(),
                    new BareTraining.Request(
                            project.resolve("matrix"), (int) (rows * TRAINING_SHARE), ROUNDS, MAX_DEPTH, THREADS));
            Usage train = worker(project, Steps.TRAIN, "steps-" + run);
            Usage all = worker(project, Steps.TRAIN, "all-" + run);
            rounds.add(new Round(scan, validate, bare, train, all));
        }
        return rounds;
    }

    private static Usage worker(Path project, Step<?> upTo, String output) throws IOException {
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(project.resolve("model.yaml"), project.resolve("model.lock.json")),
                project.resolve(output),
                new BuildPlace.Identity("synthetic", "1", "benchmark"),
                Strictness.NONE);
        Usage usage = Probe.worker(new PipelineRequest(upTo.name(), place, new BuildLimits(THREADS, 1024)));
        ModelFiles files = ModelFiles.of(place.outputDirectory(), "synthetic");
        Path result = files.directory().resolve(upTo.result().file());
        if (!Files.isRegularFile(result)) {
            throw new IllegalStateException("The worker left no " + result + ".");
        }
        return usage;
    }

    private record Round(Usage scan, Usage validate, Usage bare, Usage train, Usage all) {

        /** In the order of the tables. */
        List<String> times(ToDoubleFunction<Usage> figure) {
            double scanned = figure.applyAsDouble(scan);
            double bound = figure.applyAsDouble(bare) + scanned;
            return List.of(
                    Markdown.seconds(scanned),
                    Markdown.seconds(figure.applyAsDouble(validate)),
                    Markdown.ratio(figure.applyAsDouble(validate) / scanned),
                    Markdown.seconds(figure.applyAsDouble(bare)),
                    Markdown.seconds(figure.applyAsDouble(train)),
                    Markdown.ratio(figure.applyAsDouble(train) / bound),
                    Markdown.seconds(figure.applyAsDouble(all)));
        }

        Stream<String> peaks() {
            return Stream.of(scan, validate, bare, train, all).map(usage -> Markdown.bytes(usage.peakBytes()));
        }

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
