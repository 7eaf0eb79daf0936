package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmarks that are named, or all, and writes {@code results/<name>.md} for each. */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(
            new NothingChangedBenchmark(),
            new ReadingBenchmark(),
            new PeersBenchmark(),
            new ShapesBenchmark(),
            new TrainingBenchmark(),
            new EvaluationBenchmark(),
            new ImageBenchmark());

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments the project's root folder, a folder for working files, the folder for results, how often to measure
     *     each thing, and the names of the benchmarks
     */
    public static void main(String[] arguments) throws IOException {
        Workspace workspace = new Workspace(path(arguments[0]), path(arguments[1]), Integer.parseInt(arguments[3]));
        List<String> wanted = List.of(arguments).subList(4, arguments.length);
        for (Benchmark benchmark : ALL) {
            if (wanted.isEmpty() || wanted.contains(benchmark.name())) {
                String result = benchmark.measure(workspace) + "\n" + Machine.describe() + "\n";
                Files.writeString(
                        Files.createDirectories(path(arguments[2])).resolve(benchmark.name() + ".md"), result);
                System.out.println(result);
            }
        }
    }

    private static Path path(String argument) {
        return Path.of(argument).toAbsolutePath().normalize();
    }
}
