package io.github.mlmaven.measure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * 64-bit hashes by published functions, the same on every machine and in every version: a number by the finaliser of
 * MurmurHash3 over its 64 bits, a text by XXH64 (seed 0) over its UTF-8 bytes.
 */
public final class Hash {

    /** Stands for a value that is missing. */
    public static final long MISSING = 0x9E3779B97F4A7C15L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME1 = 0x9E3779B185EBCA87L;
    private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME1_PLUS_2 = 0x60EA27EEADC0B5D6L;
    private static final long PRIME3 = 0x165667B19E3779F9L;
    private static final long PRIME4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME5 = 0x27D4EB2F165667C5L;

    private Hash() {}

    /** The finaliser of MurmurHash3 (x64, 128 bits): no two numbers have the same. */
    public static long mix(long bits) {
        long hash = bits;
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }

    /** Of a number that is not missing; -0 is 0. */
    public static long of(double number) {
        return mix(Double.doubleToRawLongBits(number + 0.0));
    }

    /** Of several values in their order: {@code first} is the hash of those before, 0 before the first. */
    public static long combine(long first, long next) {
        return mix(first * PRIME1 + next);
    }

    /** Of a text. */
    public static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** XXH64 with seed 0. */
    public static long of(byte[] bytes) {
        int length = bytes.length;
        int at = 0;
        long hash;
        if (length >= 32) {
            long[] lanes = {PRIME1_PLUS_2, PRIME2, 0, -PRIME1};
            for (; at <= length - 32; at += 32) {
                for (int lane = 0; lane < 4; lane++) {
                    lanes[lane] = round(lanes[lane], (long) LONGS.get(bytes, at + 8 * lane));
                }
            }
            hash = converge(lanes);
        } else {
            hash = PRIME5;
        }
        return tail(hash + length, bytes, at);
    }

    private static long converge(long[] lanes) {
        long hash = Long.rotateLeft(lanes[0], 1)
                + Long.rotateLeft(lanes[1], 7)
                + Long.rotateLeft(lanes[2], 12)
                + Long.rotateLeft(lanes[3], 18);
        for (long lane : lanes) {
            hash = (hash ^ round(0, lane)) * PRIME1 + PRIME4;
        }
        return hash;
    }

    private static long tail(long start, byte[] bytes, int from) {
        long hash = start;
        int at = from;
        for (; at <= bytes.length - 8; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONGS.get(bytes, at)), 27) * PRIME1 + PRIME4;
        }
        if (at <= bytes.length - 4) {
            hash = Long.rotateLeft(hash ^ (((int) INTS.get(bytes, at) & 0xFFFFFFFFL) * PRIME1), 23) * PRIME2 + PRIME3;
            at += 4;
        }
        for (; at < bytes.length; at++) {
            hash = Long.rotateLeft(hash ^ ((bytes[at] & 0xFF) * PRIME5), 11) * PRIME1;
        }
        hash = (hash ^ (hash >>> 33)) * PRIME2;
        hash = (hash ^ (hash >>> 29)) * PRIME3;
        return hash ^ (hash >>> 32);
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME2, 31) * PRIME1;
    }
}
