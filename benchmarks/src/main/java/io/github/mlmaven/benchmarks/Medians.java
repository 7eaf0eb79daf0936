package io.github.mlmaven.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures of several runs. */
final class Medians {

    private Medians() {}

    /** The middle one; of an even number the mean of the middle two. */
    static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static <T> double min(List<T> runs, ToDoubleFunction<T> figure) {
        return runs.stream().mapToDouble(figure).min().orElseThrow();
    }
}
