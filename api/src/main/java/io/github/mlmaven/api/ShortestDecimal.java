package io.github.mlmaven.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The shortest decimal that tells a double apart from all others, of those the nearest; the same in every JDK. */
final class ShortestDecimal {

    private static final int FIRST_WITH_EXPONENT = 16;
    private static final int LAST_WITH_EXPONENT = -5;

    private ShortestDecimal() {}

    static String of(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return number == 0 ? "0" : Double.toString(number);
        }
        BigDecimal digits = digits(number);
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent > LAST_WITH_EXPONENT && exponent < FIRST_WITH_EXPONENT) {
            return digits.toPlainString();
        }
        BigInteger unscaled = digits.unscaledValue();
        String all = unscaled.abs().toString();
        String fraction = all.length() == 1 ? "" : "." + all.substring(1);
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
        return (unscaled.signum() < 0 ? "-" : "") + all.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    private static BigDecimal digits(double number) {
        // Before JDK 19 this had a digit too many now and then.
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(number);
        while (digits.precision() > 1) {
            BigDecimal fewer = exact.round(new MathContext(digits.precision() - 1, RoundingMode.HALF_EVEN));
            if (fewer.doubleValue() != number) {
                return digits;
            }
            digits = fewer.stripTrailingZeros();
        }
        return digits;
    }
}
