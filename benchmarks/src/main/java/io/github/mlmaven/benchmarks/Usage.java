package io.github.mlmaven.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a process used, start included.
 *
 * @param cpuSeconds user and system, of all threads
 * @param peakBytes the largest resident set
 */
record Usage(double wallSeconds, double cpuSeconds, double peakBytes) {

    /** The median of each figure, by itself. */
    static Usage median(List<Usage> usages) {
        return new Usage(
                median(usages, Usage::wallSeconds),
                median(usages, Usage::cpuSeconds),
                median(usages, Usage::peakBytes));
    }

    private static double median(List<Usage> usages, ToDoubleFunction<Usage> figure) {
        List<Double> sorted = usages.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
