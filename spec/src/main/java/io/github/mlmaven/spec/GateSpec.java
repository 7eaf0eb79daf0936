package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import java.util.Optional;
import java.util.OptionalDouble;

/** One rule that the evaluated model must satisfy. Bounds are inclusive. */
public record GateSpec(
        @Doc("The metric that is bounded.") @Named(MetricDescriptor.class)
        String metric,

        @Inline Bounds bounds,

        @Doc("The sliced column: the gate then holds for each of its slices.")
        Optional<String> slice,

        @Doc("Slices with fewer test rows than this are reported, not judged.") @Default("1")
        int minRows,

        @Doc("Whether a broken gate fails the build.") @Default("error")
        Severity severity) {

    /** At least one bound. */
    public record Bounds(
            @Doc("The smallest allowed value.") OptionalDouble min,
            @Doc("The largest allowed value.") OptionalDouble max,

            @Doc("How far the metric may move from the accepted model's.") @Example("max-increase: 2%")
            Optional<BaselineLimit> baseline) {}

    /** How far a metric may move from the baseline, each way. At least one. */
    public record BaselineLimit(
            @Doc("How far it may rise: 2% of the baseline, or 0.01 in the metric's unit.")
            Optional<Tolerance> maxIncrease,

            @Doc("How far it may fall: 2% of the baseline, or 0.01 in the metric's unit.")
            Optional<Tolerance> maxDecrease) {}
}
