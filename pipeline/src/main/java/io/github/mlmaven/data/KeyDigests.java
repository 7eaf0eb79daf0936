package io.github.mlmaven.data;

import io.github.mlmaven.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Many MD5s, 16 bytes each, and one hash over all of them in their order by size. */
final class KeyDigests {

    /** Digits of 64 bits. */
    private static final int HEX = 16;

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private long[] high = new long[64];
    private long[] low = new long[64];
    private int size;

    void add(byte[] md5) {
        ByteBuffer bytes = ByteBuffer.wrap(md5);
        add(bytes.getLong(), bytes.getLong());
    }

    /** Adds those of another, which is not used again. */
    void addAll(KeyDigests other) {
        if (size == 0) {
            high = other.high;
            low = other.low;
            size = other.size;
            return;
        }
        for (int i = 0; i < other.size; i++) {
            add(other.high[i], other.low[i]);
        }
    }

    private void add(long first, long second) {
        if (size == high.length) {
            high = Arrays.copyOf(high, size + (size >> 1));
            low = Arrays.copyOf(low, size + (size >> 1));
        }
        high[size] = first;
        low[size++] = second;
    }

    /** SHA-256 over the sorted MD5s, each in hexadecimal with a line break. */
    String sha256() {
        sort();
        MessageDigest digest = Sha256.digest();
        byte[] line = new byte[2 * HEX + 1];
        line[2 * HEX] = '\n';
        for (int i = 0; i < size; i++) {
            write(high[i], line, 0);
            write(low[i], line, HEX);
            digest.update(line);
        }
        return Sha256.hex(digest.digest());
    }

    private static void write(long bits, byte[] line, int from) {
        for (int i = 0; i < HEX; i++) {
            line[from + i] = DIGITS[(int) (bits >>> (60 - 4 * i)) & 15];
        }
    }

    /** Merges sorted runs of doubled length until there is one. */
    private void sort() {
        long[] toHigh = new long[high.length];
        long[] toLow = new long[low.length];
        for (long width = 1; width < size; width *= 2) {
            for (long from = 0; from < size; from += 2 * width) {
                merge(
                        (int) from,
                        (int) Math.min(size, from + width),
                        (int) Math.min(size, from + 2 * width),
                        toHigh,
                        toLow);
            }
            long[] before = high;
            high = toHigh;
            toHigh = before;
            before = low;
            low = toLow;
            toLow = before;
        }
    }

    private void merge(int from, int middle, int to, long[] toHigh, long[] toLow) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && !isLess(right, left));
            int taken = takeLeft ? left++ : right++;
            toHigh[i] = high[taken];
            toLow[i] = low[taken];
        }
    }

    private boolean isLess(int a, int b) {
        int byHigh = Long.compareUnsigned(high[a], high[b]);
        return byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(low[a], low[b]) < 0);
    }
}
