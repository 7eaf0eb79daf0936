package io.github.mlmaven.evaluate;

import java.util.List;

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
            "auc(label=a)",
            "average-precision(label=b)",
            "gain(at=10%, label=a)",
            "lift(at=25%, label=b)");

    /** Of those labels and no other. */
    static final List<String> THREE_LABELS =
            List.of("top-k(k=2)", "cost(costs={a: {b: 1, c: 2}, b: {a: 3, c: 1.5}, c: {a: -1, b: 4}})");

    private Told() {}
}
