package io.github.mlmaven.gate;

import io.github.mlmaven.spec.Tolerance;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;

/**
 * A bound on how far a metric may move one way from its accepted value, inclusive. The arithmetic is decimal, on the digits
 * that the lock and model.yaml show: from 0.8, a fall of at most 0.1 allows 0.7, which binary fractions would not.
 */
record Movement(Direction direction, Tolerance tolerance) {

    enum Direction {
        RISE("<=", "+", "rise"),
        FALL(">=", "-", "fall");

        final String symbol;
        final String sign;
        final String noun;

        Direction(String symbol, String sign, String noun) {
            this.symbol = symbol;
            this.sign = sign;
            this.noun = noun;
        }
    }

    private static final int SHOWN_DIGITS = 5;

    boolean holds(double accepted, double value) {
        BigDecimal change = BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(accepted));
        BigDecimal outwards = direction == Direction.RISE ? change : change.negate();
        return outwards.compareTo(allowed(accepted)) <= 0;
    }

    private BigDecimal allowed(double accepted) {
        BigDecimal amount = BigDecimal.valueOf(tolerance.value());
        return tolerance.relative() ? BigDecimal.valueOf(accepted).abs().multiply(amount) : amount;
    }

    /** The rule in short: {@code <= accepted + 2 %}. */
    String rule() {
        return "%s accepted %s %s".formatted(direction.symbol, direction.sign, toleranceText());
    }

    /** From where to where, by how much, and what is allowed, without a full stop. */
    String sentence(String name, double accepted, double value) {
        String but = holds(accepted, value) ? "" : "but ";
        return "%s %s, %sa %s of at most %s is allowed"
                .formatted(name, moved(accepted, value), but, direction.noun, toleranceText());
    }

    private String moved(double accepted, double value) {
        if (value == accepted) {
            return "stays at " + Numbers.brief(value);
        }
        return "%s from %s to %s (%s)"
                .formatted(
                        value > accepted ? "rose" : "fell",
                        Numbers.apartFrom(accepted, value),
                        Numbers.apartFrom(value, accepted),
                        change(BigDecimal.valueOf(accepted), BigDecimal.valueOf(value)));
    }

    private String change(BigDecimal accepted, BigDecimal value) {
        BigDecimal change = value.subtract(accepted);
        BigDecimal limit = BigDecimal.valueOf(tolerance.value());
        if (!tolerance.relative() || accepted.signum() == 0) {
            return signed(
                    change,
                    limit,
                    extra -> change.round(new MathContext(SHOWN_DIGITS + extra, RoundingMode.HALF_EVEN)));
        }
        BigDecimal percent = change.movePointRight(2).divide(accepted.abs(), MathContext.DECIMAL128);
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

    private String toleranceText() {
        BigDecimal amount = BigDecimal.valueOf(tolerance.value());
        return tolerance.relative() ? plain(amount.movePointRight(2)) + " %" : plain(amount);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
