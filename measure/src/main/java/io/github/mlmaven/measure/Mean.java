package io.github.mlmaven.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Exact sums as the nearest doubles of what they say. */
public final class Mean {

    /** Far beyond a double's 17 digits. */
    private static final MathContext PRECISION = new MathContext(60);

    private Mean() {}

    public static double of(ExactSum sum, long count) {
        return quotient(sum.total(), BigInteger.valueOf(count).shiftLeft(sum.unit()));
    }

    /** The mean square of the distances from the mean: that of all rows, not an estimate for more. */
    public static double variance(ExactSum sum, ExactSum squares, long count) {
        BigInteger rows = BigInteger.valueOf(count);
        // Both in units of 2^-2150.
        BigInteger distances =
                squares.total().multiply(rows).subtract(sum.total().pow(2));
        return quotient(distances, rows.pow(2).shiftLeft(squares.unit()));
    }

    private static double quotient(BigInteger dividend, BigInteger divisor) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), PRECISION)
                .doubleValue();
    }
}
