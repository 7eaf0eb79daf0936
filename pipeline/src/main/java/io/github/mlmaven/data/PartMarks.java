package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.measure.LongStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** The part of every row, once it is known: a byte for each, of which a store keeps full chunks. */
final class PartMarks {

    /** The code of a row that is not of the table. */
    static final byte DROPPED = -2;

    /** Rows of a chunk. */
    static final int CHUNK = 1 << 13;

    private static final long BYTE = 0xFF;

    private final LongStore store;
    private final List<Supplier<long[]>> full = new ArrayList<>();
    private long[] open = new long[CHUNK / Long.BYTES];
    private long size;
    /** The chunk that was asked for last: rows are looked at one after another. */
    private long[] shown = open;

    private int shownChunk;

    /** @param store for the marks, as rows are many */
    PartMarks(LongStore store) {
        this.store = store;
    }

    /** Adds the parts of the next rows. */
    void add(byte[] next) {
        for (byte part : next) {
            int at = (int) (size % CHUNK);
            int shift = shift(at);
            open[at / Long.BYTES] &= ~(BYTE << shift);
            open[at / Long.BYTES] |= (part & BYTE) << shift;
            size++;
            if (at == CHUNK - 1) {
                full.add(store.keep(open));
                open = new long[open.length];
            }
        }
        show(full.size());
    }

    /** Forgets the rows from a position on. */
    void truncate(long position) {
        int chunk = (int) (position / CHUNK);
        if (chunk < full.size()) {
            // What a store keeps does not change.
            open = full.get(chunk).get().clone();
            full.subList(chunk, full.size()).clear();
        }
        size = position;
        show(full.size());
    }

    /** The positions of the rows that are not of the table. */
    long[] dropped() {
        return LongStream.range(0, size)
                .filter(position -> at(position) == DROPPED)
                .toArray();
    }

    /** The parts of a batch's rows, as codes. */
    byte[] of(Batch batch) {
        byte[] codes = new byte[batch.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = at(batch.position(row));
        }
        return codes;
    }

    private byte at(long position) {
        int chunk = (int) (position / CHUNK);
        if (chunk != shownChunk) {
            show(chunk);
        }
        int at = (int) (position % CHUNK);
        return (byte) (shown[at / Long.BYTES] >>> shift(at));
    }

    private void show(int chunk) {
        shown = chunk == full.size() ? open : full.get(chunk).get();
        shownChunk = chunk;
    }

    private static int shift(int at) {
        return (at % Long.BYTES) * Byte.SIZE;
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
            if (wanted.test(at(batch.position(row)))) {
                picked[count++] = row;
            }
        }
        return count == picked.length ? batch : batch.pick(picked, count);
    }
}
