package io.github.mlmaven.benchmarks;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an evaluation costs by the number of test rows: the usual metrics alone, and all with slices. */
final class EvaluationBenchmark implements Benchmark {

    private static final int[] ROWS = {111_112, 1_111_112};
    private static final int THREADS = 2;

    /** What is evaluated: a label of two, or a number; and what more than usual is asked. */
    private enum Asked {
        NUMBERS("regression", "y", ""),
        NUMBERS_AND_SLICES(
                "regression",
                "y",
                "metrics: [mse, smape, explained-variance, max-error], slices: [tier, grade, channel, b2]"),
        LABELS("classification", "b1", ""),
        LABELS_AND_SLICES(
                "classification",
                "b1",
                "metrics: [average-precision, brier, expected-calibration-error, mcc, kappa, weighted-precision,"
                        + " weighted-f1], slices: [tier, grade, channel, b2]");

        private final String task;
        private final String label;
        private final String more;

        Asked(String task, String label, String more) {
            this.task = task;
            this.label = label;
            this.more = more;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** The synthetic table's model.yaml, with nine of ten rows tested and few trees: training is not what is measured. */
        String spec(String synthetic) {
            String spec = synthetic
                    .replace("task: regression", "task: " + task)
                    .replace("label: y, id: [id]", "label: " + label + ", split: {test: 90%}")
                    .replace("rounds: 50, max-depth: 6", "rounds: 10, max-depth: 3")
                    .replaceAll("(?s)gates:.*", "");
            spec = label.equals("y") ? spec : spec.replace("when: training", "max-missing: 1%");
            spec = label.equals("y")
                    ? spec
                    : spec.replace("b1: {type: boolean, required: true}", "b1: {type: boolean, when: training}");
            return spec + (more.isEmpty() ? "" : "evaluate: {" + more + "}\n");
        }
    }

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public String measure(Workspace workspace) throws IOException {
        Markdown table = Markdown.table("test rows", "", "wall", "processor", "peak memory");
        for (int rows : ROWS) {
            Path project = ReadingBenchmark.project(workspace, "evaluation-" + rows, rows);
            String synthetic = Files.readString(project.resolve("model.yaml"));
            Map<Asked, List<Usage>> usages = new LinkedHashMap<>();
            for (int run = 0; run < workspace.runs(); run++) {
                for (Asked asked : Asked.values()) {
                    Files.writeString(project.resolve("model.yaml"), asked.spec(synthetic));
                    Path output = project.resolve(asked.name() + "-" + run);
                    run(project, output, Steps.TRAIN);
                    usages.computeIfAbsent(asked, none -> new ArrayList<>()).add(run(project, output, Steps.EVALUATE));
                }
            }
            usages.forEach((asked, all) -> {
                Usage median = Usage.median(all);
                table.row(
                        String.format(Locale.ROOT, "%,d", Math.round(rows * 0.9)),
                        asked.text(),
                        Markdown.seconds(median.wallSeconds()),
                        Markdown.seconds(median.cpuSeconds()),
                        Markdown.bytes(median.peakBytes()));
            });
            Workspace.delete(project);
        }
        return """
                # Evaluation

                The step `evaluate` in the worker after `train`, %s threads: it reads the csv of 30 columns, predicts the test rows
                with ten trees, writes the predictions, measures, and looks for weak slices. Every figure is a whole process
                with the start of its JVM: the median of %s interleaved runs.

                - *numbers*, *labels*: the usual metrics of a regression, of a classification, with intervals.
                - *and slices*: all metrics, with intervals, of all rows and of 20 slices.

                %s""".formatted(THREADS, workspace.runs(), table);
    }

    private static Usage run(Path project, Path output, Step<?> upTo) {
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(project.resolve("model.yaml"), project.resolve("model.lock.json")),
                output,
                new BuildPlace.Identity("synthetic", "1", "benchmark"),
                Strictness.NONE);
        Usage usage = Probe.worker(new PipelineRequest(upTo.name(), place, new BuildLimits(THREADS, 1024)));
        Path result = ModelFiles.of(output, "synthetic")
                .directory()
                .resolve(upTo.result().file());
        if (!Files.isRegularFile(result)) {
            throw new IllegalStateException("The worker left no " + result + ".");
        }
        return usage;
    }
}
