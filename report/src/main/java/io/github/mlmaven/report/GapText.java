package io.github.mlmaven.report;

import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Between;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.text.Numbers;

/** Slices that are held against each other, in words. */
final class GapText {

    private GapText() {}

    /** The two that are farthest apart, and how far; with digits enough to tell that and the bound apart. No full stop. */
    static String sentence(GateResult gate, boolean holds) {
        Measured measured = gate.measured().orElseThrow();
        Between slices = gate.between().orElseThrow();
        Bound bound = gate.rule().bound().orElseThrow();
        String column = measured.of().map(SliceName::column).orElseThrow();
        double apart = measured.value().orElseThrow();
        String far = Numbers.apartFrom(apart, bound.amount());
        return "%s is %s for %s = %s and %s for %s = %s: %s, %s%s %s is %s"
                .formatted(
                        measured.metric().orElseThrow(),
                        Numbers.apartFrom(slices.low(), slices.high()),
                        column,
                        slices.lowest(),
                        Numbers.apartFrom(slices.high(), slices.low()),
                        column,
                        slices.highest(),
                        isRatio(bound) ? "a ratio of " + far : far + " apart",
                        holds ? "" : "but ",
                        isRatio(bound) ? "at least" : "at most",
                        Numbers.apartFrom(bound.amount(), apart),
                        isRatio(bound) ? "required" : "allowed");
    }

    /** What is measured between the two. */
    static String word(GateResult gate) {
        return isRatio(gate.rule().bound().orElseThrow()) ? "ratio" : "gap";
    }

    private static boolean isRatio(Bound bound) {
        return bound.kind() == Bound.Kind.MIN_RATIO;
    }
}
