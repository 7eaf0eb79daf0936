package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import java.util.List;
import java.util.stream.Stream;

/** Metrics of labels that are called a, b and c, and of numbers, with something that they are told. */
final class Told {

    static final List<String> NUMBERS =
            List.of("pinball(alpha=0.2)", "pinball(alpha=0.9)", "within(distance=0.5)", "within-share(share=10%)");

    static final List<String> LABELS = List.of(
            "precision(label=a)",
            "recall(label=b)",
            "f1(label=a)",
            "f-beta(beta=0.5, label=b)",
            "f-beta(beta=2, label=a)",
            "macro-f-beta(beta=2)",
            "weighted-f-beta(beta=0.5)",
            "specificity(label=a)",
            "selection-rate(label=a)",
            "auc(label=a)",
            "average-precision(label=b)",
            "gain(at=10%, label=a)",
            "lift(at=25%, label=b)");

    /** Of those labels and no other. */
    static final List<String> THREE_LABELS =
            List.of("top-k(k=2)", "cost(costs={a: {b: 1, c: 2}, b: {a: 3, c: 1.5}, c: {a: -1, b: 4}})");

    /** What is asked of simulated rows, of which those of a classification have the labels no and yes. */
    static List<AskedMetric> populations(Task task) {
        Stream<String> told = task == Task.REGRESSION
                ? Stream.of("pinball(alpha=0.9)", "within(distance=1)")
                : Stream.of(
                        "precision(label=yes)",
                        "recall(label=yes)",
                        "f1(label=yes)",
                        "f-beta(beta=2, label=yes)",
                        "specificity(label=yes)",
                        "cost(costs={no: {yes: 1}, yes: {no: 10}})");
        return Stream.concat(Reference.silent(task).stream(), told.map(Catalog.builtIn()::asked))
                .toList();
    }

    private Told() {}
}
