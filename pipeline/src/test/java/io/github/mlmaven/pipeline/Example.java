package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildPlace.Identity;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A small project, and the pipeline over it. */
final class Example {

    static final String REGRESSION = """
            task: regression
            data: {source: d.csv, label: y, id: [id], split: {test: 30%%, validation: 10%%}}
            columns:
              id: {type: integer}
              a: {type: number}
              b: {type: number}
              k: {type: number}
              none: {type: number}
              c: {type: category, values: [low, mid, high], ordered: true}
              d: {type: category}
              f: {type: boolean}
              y: {type: number, when: training}
              big: {type: boolean, when: training}
            train: {trainer: %s}
            evaluate: {slices: [d, {column: a, bins: [0.5]}]}
            gates:
              - {metric: r2, min: 0.5}
              - {metric: rmse, baseline: {max-increase: 1%%}}
            """;

    /** {@link #REGRESSION} with another label, of which it is a classification, and without gates. */
    static String classification(String trainer, String label) {
        return REGRESSION
                .formatted(trainer)
                .replace("task: regression", "task: classification")
                .replace("label: y", "label: " + label)
                .replaceAll("(?s)gates:.*", "");
    }

    /** A project of 200 rows, with values of each type, some missing. */
    static void project(Path folder, String spec) throws IOException {
        StringBuilder csv = new StringBuilder("id,a,b,k,none,c,d,f,y,big\n");
        Random random = new Random(1);
        for (int id = 0; id < 200; id++) {
            double a = random.nextDouble();
            double b = random.nextGaussian();
            double y = 10 * a + b + 0.2 * random.nextGaussian();
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%.3f,7,,%s,%s,%s,%.3f,%s%n",
                    id,
                    id % 11 == 0 ? "" : String.format(Locale.ROOT, "%.3f", a),
                    b,
                    a < 0.3 ? "low" : a < 0.6 ? "mid" : "high",
                    id % 13 == 0 ? "" : b < 0 ? "p" : "q",
                    random.nextBoolean(),
                    y,
                    y > 5));
        }
        new Project(folder).file("d.csv", csv.toString()).spec(spec);
    }

    /** Brings a step up to date, and returns what was said. */
    static List<String> run(Path folder, Step<?> upTo) {
        return run(folder, upTo, 2);
    }

    static List<String> run(Path folder, Step<?> upTo, int threads) {
        return run(place(folder), upTo, threads);
    }

    static List<String> run(BuildPlace place, Step<?> upTo, int threads) {
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void info(String text) {
                said.add(text);
            }
        };
        Pipeline.run(new PipelineRequest(upTo.name(), place, new BuildLimits(threads, 512)), progress);
        return said;
    }

    static BuildState state(Path folder) {
        return BuildState.of(place(folder), new Project(folder).spec());
    }

    static BuildPlace place(Path folder) {
        return new BuildPlace(
                folder,
                new BuildPlace.Decided(folder.resolve("model.yaml"), folder.resolve("model.lock.json")),
                folder.resolve("target"),
                new Identity("example", "1", "1"),
                Strictness.NONE);
    }

    private Example() {}
}
