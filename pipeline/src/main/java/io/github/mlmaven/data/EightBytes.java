package io.github.mlmaven.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text in one long, the first in its lowest bits, and what can be told of all of them at once. */
final class EightBytes {

    /** Each byte is 1. */
    static final long ONES = 0x0101010101010101L;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH = ~LOW;
    private static final long ZEROS = '0' * ONES;
    /** More than 9 becomes 128 by it. */
    private static final long BEYOND_NINE = (128 - 10) * ONES;

    private EightBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) LONG.get(bytes, index);
    }

    /** How many of the bytes are 0. */
    static int zeros(long word) {
        return Long.bitCount(~(((word & LOW) + LOW) | word | LOW));
    }

    static boolean isAscii(long word) {
        return (word & HIGH) == 0;
    }

    /** What each byte is as a digit; more than 9 if it is none. */
    static long digits(long word) {
        return word ^ ZEROS;
    }

    /** The highest bit of each byte that is no digit, of what {@link #digits} made. */
    static long noDigits(long digits) {
        return (((digits & LOW) + BEYOND_NINE) | digits) & HIGH;
    }

    /** The number that the first digits write: 1 to 8 of them; what follows does not count. */
    static long number(long digits, int count) {
        long all = digits << ((Long.BYTES - count) * Byte.SIZE);
        long pairs = all * 10 + (all >>> 8);
        long first = (pairs & 0x000000FF000000FFL) * 0x000F424000000064L;
        long second = ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L;
        return (first + second) >>> 32;
    }

    /** The bytes without one of them; the last is of no meaning then. */
    static long without(long word, int index) {
        long before = (1L << (index * Byte.SIZE)) - 1;
        return (word & before) | ((word >>> Byte.SIZE) & ~before);
    }
}
