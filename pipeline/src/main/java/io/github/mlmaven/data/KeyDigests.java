package io.github.mlmaven.data;

import io.github.mlmaven.measure.HashPairs;
import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Many MD5s, 16 bytes each, and one hash over all of them in their order by size. */
final class KeyDigests {

    /** Digits of 64 bits. */
    private static final int HEX = 16;

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final HashPairs halves;

    /** @param store for those that are many */
    KeyDigests(LongStore store) {
        halves = new HashPairs(store);
    }

    void add(byte[] md5) {
        ByteBuffer bytes = ByteBuffer.wrap(md5);
        halves.add(bytes.getLong(), bytes.getLong());
    }

    /** Adds those of another with the same store, which is not used again. */
    void addAll(KeyDigests other) {
        halves.addAll(other.halves);
    }

    /** SHA-256 over the sorted MD5s, each in hexadecimal with a line break. */
    String sha256() {
        MessageDigest digest = Sha256.digest();
        byte[] line = new byte[2 * HEX + 1];
        line[2 * HEX] = '\n';
        halves.forEachPart(part -> {
            long[] sorted = sorted(part);
            for (int i = 0; i < sorted.length; i += 2) {
                write(sorted[i], line, 0);
                write(sorted[i + 1], line, HEX);
                digest.update(line);
            }
        });
        return Sha256.hex(digest.digest());
    }

    private static void write(long bits, byte[] line, int from) {
        for (int i = 0; i < HEX; i++) {
            line[from + i] = DIGITS[(int) (bits >>> (60 - 4 * i)) & 15];
        }
    }

    /** Merges sorted runs of pairs, of doubled length until there is one. */
    private static long[] sorted(long[] pairs) {
        long[] sorted = pairs;
        long[] next = new long[pairs.length];
        for (long width = 2; width < sorted.length; width *= 2) {
            for (long from = 0; from < sorted.length; from += 2 * width) {
                int middle = (int) Math.min(sorted.length, from + width);
                int to = (int) Math.min(sorted.length, from + 2 * width);
                merge(sorted, (int) from, middle, to, next);
            }
            long[] before = sorted;
            sorted = next;
            next = before;
        }
        return sorted;
    }

    private static void merge(long[] pairs, int from, int middle, int to, long[] merged) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i += 2) {
            boolean takeLeft = right >= to || (left < middle && !isLess(pairs, right, left));
            int taken = takeLeft ? left : right;
            if (takeLeft) {
                left += 2;
            } else {
                right += 2;
            }
            merged[i] = pairs[taken];
            merged[i + 1] = pairs[taken + 1];
        }
    }

    private static boolean isLess(long[] pairs, int a, int b) {
        int byFirst = Long.compareUnsigned(pairs[a], pairs[b]);
        return byFirst < 0 || (byFirst == 0 && Long.compareUnsigned(pairs[a + 1], pairs[b + 1]) < 0);
    }
}
