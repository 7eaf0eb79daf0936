package io.github.mlmaven.report;

import io.github.mlmaven.step.Bound;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;

/** How far a metric moved from its baseline, in words: from where to where, by how much, and what is allowed. */
record MovementText(Bound bound, double baseline, double value) {

    private static final int SHOWN_DIGITS = 5;

    /** How far a bound lets a metric move: {@code 2 %}, or {@code 0.01} in the metric's unit. */
    static String amount(Bound bound) {
        BigDecimal amount = BigDecimal.valueOf(bound.amount());
        return bound.relative() ? plain(amount.movePointRight(2)) + " %" : plain(amount);
    }

    /** Whether a metric moved further than a bound lets it. */
    static boolean exceeds(Bound bound, double baseline, double value) {
        BigDecimal change = BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(baseline));
        BigDecimal amount = BigDecimal.valueOf(bound.amount());
        BigDecimal allowed =
                bound.relative() ? BigDecimal.valueOf(baseline).abs().multiply(amount) : amount;
        return (bound.kind() == Bound.Kind.MAX_INCREASE ? change : change.negate()).compareTo(allowed) > 0;
    }

    /** Without a full stop. */
    String sentence(String name, boolean holds) {
        return "%s %s, %sa %s of at most %s is allowed"
                .formatted(
                        name,
                        moved(),
                        holds ? "" : "but ",
                        bound.kind() == Bound.Kind.MAX_INCREASE ? "rise" : "fall",
                        amount(bound));
    }

    private String moved() {
        if (value == baseline) {
            return "stays at " + Numbers.brief(value);
        }
        return "%s from %s to %s (%s)"
                .formatted(
                        value > baseline ? "rose" : "fell",
                        Numbers.apartFrom(baseline, value),
                        Numbers.apartFrom(value, baseline),
                        change(BigDecimal.valueOf(baseline)));
    }

    private String change(BigDecimal from) {
        BigDecimal change = BigDecimal.valueOf(value).subtract(from);
        BigDecimal limit = BigDecimal.valueOf(bound.amount());
        if (!bound.relative() || from.signum() == 0) {
            return signed(
                    change,
                    limit,
                    extra -> change.round(new MathContext(SHOWN_DIGITS + extra, RoundingMode.HALF_EVEN)));
        }
        BigDecimal percent = change.movePointRight(2).divide(from.abs(), MathContext.DECIMAL128);
        return signed(percent, limit.movePointRight(2), extra -> percent.setScale(1 + extra, RoundingMode.HALF_EVEN))
                + " %";
    }

    // A near miss must not print as the limit, nor a small change as none.
    private static String signed(BigDecimal number, BigDecimal limit, IntFunction<BigDecimal> withExtraDigits) {
        BigDecimal shown = number;
        for (int extra = 0; extra <= MathContext.DECIMAL128.getPrecision(); extra++) {
            shown = withExtraDigits.apply(extra);
            boolean hidesMiss =
                    shown.abs().compareTo(limit) == 0 && number.abs().compareTo(limit) != 0;
            boolean hidesChange = shown.signum() == 0 && number.signum() != 0;
            if (!hidesMiss && !hidesChange) {
                break;
            }
        }
        return (shown.signum() > 0 ? "+" : "") + plain(shown);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
