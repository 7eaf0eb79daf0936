package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The part of every row, once it is known: a byte for each. */
final class PartMarks {

    /** The code of a row that is not of the table. */
    static final byte DROPPED = -2;

    private byte[] parts = new byte[1 << 12];
    private int size;

    /** Adds the parts of the next rows. */
    void add(byte[] next) {
        if (size + next.length > parts.length) {
            parts = Arrays.copyOf(parts, Math.max(size + next.length, parts.length + parts.length / 2));
        }
        System.arraycopy(next, 0, parts, size, next.length);
        size += next.length;
    }

    /** Forgets the rows from a position on. */
    void truncate(long position) {
        size = Math.toIntExact(position);
    }

    /** The positions of the rows that are not of the table. */
    long[] dropped() {
        return IntStream.range(0, size)
                .filter(position -> parts[position] == DROPPED)
                .asLongStream()
                .toArray();
    }

    /** The parts of a batch's rows, as codes. */
    byte[] of(Batch batch) {
        byte[] codes = new byte[batch.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = parts[(int) batch.position(row)];
        }
        return codes;
    }

    /** The rows of a batch that are of a part. */
    Batch pick(Batch batch, Part part) {
        return pick(batch, code -> code == part.code());
    }

    /** The rows of a batch that are of the table. */
    Batch kept(Batch batch) {
        return pick(batch, code -> code != DROPPED);
    }

    private Batch pick(Batch batch, IntPredicate wanted) {
        int[] picked = new int[batch.rows()];
        int count = 0;
        for (int row = 0; row < picked.length; row++) {
            if (wanted.test(parts[(int) batch.position(row)])) {
                picked[count++] = row;
            }
        }
        return count == picked.length ? batch : batch.pick(picked, count);
    }
}
