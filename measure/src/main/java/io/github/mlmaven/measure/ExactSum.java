package io.github.mlmaven.measure;

import java.math.BigInteger;

/**
 * A sum without any rounding, and so the same whatever the order: a small superaccumulator (Radford M. Neal, "Fast exact
 * summation using small and large superaccumulators", 2015). Numbers are added to 64-bit chunks that overlap by 32 bits;
 * carries are passed on before a chunk can overflow.
 */
public final class ExactSum {

    /** A double is a whole number of at most 53 bits times 2 to the power of its exponent field minus this. */
    private static final int BIAS = 1075;

    private static final long LOW = 0xFFFFFFFFL;
    /** Each addition adds less than 2^53 to a chunk that held less than 2^33. */
    private static final int ADDITIONS = 1000;

    private final int unit;
    private final long[] chunks;
    private int additions;

    private ExactSum(int unit, int chunks) {
        this.unit = unit;
        this.chunks = new long[chunks];
    }

    /** A sum of numbers. */
    public static ExactSum ofNumbers() {
        return new ExactSum(BIAS, 68);
    }

    /** A sum of squares, also of those that no double can hold. */
    public static ExactSum ofSquares() {
        return new ExactSum(2 * BIAS, 134);
    }

    /** The sum is {@link #total} times 2 to the power of minus this. */
    int unit() {
        return unit;
    }

    /** Adds a finite number. */
    public void add(double number) {
        long bits = Double.doubleToRawLongBits(number);
        add(significand(bits), exponent(bits), bits >> 63);
    }

    public void add(long number) {
        add(Math.abs(number), BIAS, number >> 63);
    }

    public void addSquare(double number) {
        long bits = Double.doubleToRawLongBits(number);
        addSquare(significand(bits), 2 * exponent(bits));
    }

    public void addSquare(long number) {
        addSquare(Math.abs(number), 2 * BIAS);
    }

    private static int exponent(long bits) {
        return Math.max(1, (int) (bits >>> 52) & 0x7FF);
    }

    private static long significand(long bits) {
        long fraction = bits & 0xFFFFFFFFFFFFFL;
        return (bits & 0x7FF0000000000000L) == 0 ? fraction : fraction | 1L << 52;
    }

    private void addSquare(long number, int position) {
        long high = Math.multiplyHigh(number, number);
        long low = number * number;
        int chunk = position >>> 5;
        int shift = position & 31;
        long lower = low << shift;
        long upper = high << shift | above(low, shift);
        chunks[chunk] += lower & LOW;
        chunks[chunk + 1] += lower >>> 32;
        chunks[chunk + 2] += upper & LOW;
        chunks[chunk + 3] += upper >>> 32;
        chunks[chunk + 4] += above(high, shift);
        carryInTime();
    }

    /** The bits that a shift to the left moves out of a number. */
    private static long above(long number, int shift) {
        return number >>> 1 >>> (63 - shift);
    }

    /** Adds a whole number times 2 to the power of a position, with all bits of the sign set where it is negative. */
    private void add(long number, int position, long sign) {
        int chunk = position >>> 5;
        int shift = position & 31;
        chunks[chunk] += ((number << shift & LOW) ^ sign) - sign;
        chunks[chunk + 1] += (number >>> (32 - shift) ^ sign) - sign;
        carryInTime();
    }

    private void carryInTime() {
        if (++additions == ADDITIONS) {
            carry();
        }
    }

    public void add(ExactSum other) {
        other.carry();
        carry();
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] += other.chunks[i];
        }
        carry();
    }

    private void carry() {
        for (int i = 0; i < chunks.length - 1; i++) {
            chunks[i + 1] += chunks[i] >> 32;
            chunks[i] &= LOW;
        }
        additions = 0;
    }

    /** The sum in units of 2 to the power of minus {@link #unit}. */
    BigInteger total() {
        BigInteger total = BigInteger.ZERO;
        for (int i = chunks.length - 1; i >= 0; i--) {
            total = total.shiftLeft(32).add(BigInteger.valueOf(chunks[i]));
        }
        return total;
    }
}
