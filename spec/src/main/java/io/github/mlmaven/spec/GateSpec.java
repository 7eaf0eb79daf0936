package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One rule that the evaluated model must satisfy. Bounds are inclusive.
 *
 * @param metric the name of an {@link AskedMetric}
 */
public record GateSpec(
        @Doc("The metric that is bounded.") @Named(MetricDescriptor.class)
        String metric,

        @Inline Bounds bounds,

        @Doc("The sliced column, or the columns as cut x clarity: the gate then holds for each of its slices.")
        Optional<String> slice,

        @Doc(
                "How many test rows a judgement takes. A slice with fewer is reported, not judged; of all test rows, fewer let"
                        + " no gate pass. Default: 1 for slices, 30 for all test rows and for slices that are held against"
                        + " each other.")
        OptionalLong minRows,

        @Doc("Whether a broken gate fails the build.") @Default("error")
        Severity severity,

        @Doc("Whether a gate that holds by no more than chance counts as broken, rather than as inconclusive.")
        @Default("false")
        boolean strict) {

    /** How many test rows there must be at least, so that the metric of all of them means something. */
    public static final long MIN_TEST_ROWS = 30;

    /** The same gate of a metric that is called otherwise. */
    GateSpec of(String other) {
        return new GateSpec(other, bounds, slice, minRows, severity, strict);
    }

    /** How many test rows a judgement takes. */
    public long rowsNeeded() {
        return minRows.orElse(slice.isPresent() ? 1 : MIN_TEST_ROWS);
    }

    /** How many test rows a slice must have to be held against others. */
    public long rowsNeededBetween() {
        return minRows.orElse(MIN_TEST_ROWS);
    }

    /** At least one bound. */
    public record Bounds(
            @Doc("The smallest allowed value: 600, or 95% of a metric that is a share.")
            Optional<GateLimit> min,

            @Doc("The largest allowed value: 600, or 5% of a metric that is a share.")
            Optional<GateLimit> max,

            @Doc("How far the metric may move from the accepted model's.") @Example("max-increase: 2%")
            Optional<BaselineLimit> baseline,

            @Doc("How far apart the metric of two slices may be: 0.1, or 10% of a metric that is a share. With slice;"
                    + " the gate is then for the slices together.")
            Optional<GateLimit> maxGap,

            @Doc(
                    "The smallest allowed ratio of the lowest slice's metric to the highest one's: 80%. With slice; the gate"
                            + " is then for the slices together.")
            Optional<GateLimit> minRatio) {

        /** Whether each slice, or all rows, are bounded by themselves. */
        public boolean areOfEach() {
            return min.isPresent() || max.isPresent() || baseline.isPresent();
        }

        /** Whether the slices are held against each other. */
        public boolean areBetweenSlices() {
            return maxGap.isPresent() || minRatio.isPresent();
        }
    }

    /** How far a metric may move from the baseline, each way. At least one. */
    public record BaselineLimit(
            @Doc("How far it may rise: 2% of the baseline, or 0.01 in the metric's unit.")
            Optional<Tolerance> maxIncrease,

            @Doc("How far it may fall: 2% of the baseline, or 0.01 in the metric's unit.")
            Optional<Tolerance> maxDecrease) {}
}
