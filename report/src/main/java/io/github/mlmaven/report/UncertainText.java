package io.github.mlmaven.report;

import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How far the test rows can tell whether a limit holds, in words. */
record UncertainText(GateResult gate) {

    /** How many rows it takes is an estimate: so many digits of it mean something. */
    private static final MathContext DIGITS = new MathContext(2, RoundingMode.CEILING);

    /** @param judged what the estimate says of the bound, without a full stop */
    String sentence(String judged, String name) {
        Measured measured = gate.measured().orElseThrow();
        String rows = Numbers.count(measured.rows());
        String doubt = measured.interval()
                .map(interval -> "But the true %s may be %s: %s test rows cannot tell, %s."
                        .formatted(name, Numbers.apartFrom(end(interval), limit()), rows, needed(measured, interval)))
                .orElse(
                        gate.between().isPresent()
                                ? "But how far the true %s may be from it, %s test rows do not tell."
                                        .formatted(name, rows)
                                : "But how far the true %s may be from it, %s test rows do not tell: that takes 10 rows, or groups of rows, and of a mean over labels 10 of each label."
                                        .formatted(name, rows));
        return judged + ". " + doubt + (gate.outcome() == Outcome.INCONCLUSIVE ? "" : " The gate is strict.");
    }

    /** The rows of which an interval around the same value would end at the limit: its width shrinks with their root. */
    private String needed(Measured measured, Interval interval) {
        double value = measured.value().orElseThrow();
        double room = Math.abs(limit() - value);
        if (room == 0) {
            return "and no number of them could";
        }
        double times = (end(interval) - value) / room;
        BigDecimal rows = BigDecimal.valueOf(measured.rows() * times * times).round(DIGITS);
        return "about " + Numbers.count(rows.setScale(0, RoundingMode.CEILING).longValue()) + " could";
    }

    private double end(Interval interval) {
        return bound().isLeast() ? interval.low() : interval.high();
    }

    private double limit() {
        return gate.rule().bound().orElseThrow().amount();
    }

    private Kind bound() {
        return gate.rule().bound().orElseThrow().kind();
    }
}
