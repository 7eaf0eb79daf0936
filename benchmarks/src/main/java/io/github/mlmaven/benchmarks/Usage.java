package io.github.mlmaven.benchmarks;

import java.util.List;

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
                Medians.median(usages, Usage::wallSeconds),
                Medians.median(usages, Usage::cpuSeconds),
                Medians.median(usages, Usage::peakBytes));
    }
}
