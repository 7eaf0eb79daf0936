package io.github.mlmaven.data;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is written: digits with at most one point, a sign before and an exponent behind if wanted, white space around.
 * {@code 1_000}, {@code 0x10} and {@code +-1}, which the engine takes for numbers, are none.
 */
public final class DecimalText {

    /** The most digits of a whole number. */
    static final int MOST_DIGITS = 18;

    private static final Pattern DECIMAL = Pattern.compile(
            "[ \\t-\\r]*+([+-]?)(?:([0-9]++)(?:\\.([0-9]*+))?|\\.([0-9]++))(?:[eE]([+-]?[0-9]++))?[ \\t-\\r]*+");

    /** Exponents beyond this say no more than this. */
    private static final int FAR = 1_000_000_000;

    private static final int FAR_DIGITS = 9;

    private DecimalText() {}

    /** The number that a text is, if it is one and finite. */
    public static OptionalDouble number(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text.strip());
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The whole number of at most 18 digits that a text is to the last digit, also as {@code 3.0} or {@code 3e2}. */
    public static OptionalLong whole(String text) {
        Matcher found = DECIMAL.matcher(text);
        if (!found.matches()) {
            return OptionalLong.empty();
        }
        String fraction = group(found, 3) + group(found, 4);
        String digits = group(found, 2) + fraction;
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        if (from == digits.length()) {
            return OptionalLong.of(0);
        }
        int to = digits.length();
        while (digits.charAt(to - 1) == '0') {
            to--;
        }
        long zeros = exponent(group(found, 5)) - fraction.length() + (digits.length() - to);
        if (zeros < 0 || to - from + zeros > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        long magnitude = Long.parseLong(digits.substring(from, to) + "0".repeat((int) zeros));
        return OptionalLong.of(found.group(1).equals("-") ? -magnitude : magnitude);
    }

    private static String group(Matcher found, int group) {
        String text = found.group(group);
        return text == null ? "" : text;
    }

    private static long exponent(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        boolean negative = text.charAt(0) == '-';
        String digits = text.replaceFirst("^[+-]?0*", "");
        long magnitude = digits.length() > FAR_DIGITS ? FAR : digits.isEmpty() ? 0 : Long.parseLong(digits);
        return negative ? -magnitude : magnitude;
    }
}
