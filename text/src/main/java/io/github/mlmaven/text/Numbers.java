package io.github.mlmaven.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: short, never rounded so far that two different ones look equal, the same in every locale. */
public final class Numbers {

    private static final int SHORT = 5;
    private static final int EXACT = 17;

    private Numbers() {}

    /** Five significant digits, without an exponent for everyday sizes. */
    public static String brief(double value) {
        return digits(value, SHORT);
    }

    /** As few digits as tell a value from its limit, but at least five significant ones. */
    public static String apartFrom(double value, double limit) {
        for (int digits = SHORT; digits < EXACT; digits++) {
            if (value == limit || !digits(value, digits).equals(digits(limit, digits))) {
                return digits(value, digits);
            }
        }
        return digits(value, EXACT);
    }

    /** All digits and no exponent: {@code 0.1}, {@code 400}. */
    public static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A fraction as a signed percentage with one decimal: {@code +3.6 %}. */
    public static String change(double fraction) {
        if (!Double.isFinite(fraction)) {
            return Double.toString(fraction);
        }
        String percent = share(fraction);
        return percent.charAt(0) == '-' || percent.equals("0.0 %") ? percent : "+" + percent;
    }

    /** A finite fraction as a percentage with one decimal: {@code 3.6 %}. */
    public static String share(double fraction) {
        BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return percent.toPlainString() + " %";
    }

    /** A count with thousands separated by commas. */
    public static String count(long count) {
        return Long.toString(count).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    private static String digits(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal plain = rounded.stripTrailingZeros();
        return exponent < -5 || exponent > 12 ? plain.toString() : plain.toPlainString();
    }
}
