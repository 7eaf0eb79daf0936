package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** All rows of a small table, so that the steps of one build read them once; nothing of a larger one. */
final class KeptBatches {

    /** What a text in a dictionary takes, about. */
    private static final int TEXT_BYTES = 100;

    private final long limit;
    private final List<Batch> batches = new ArrayList<>();
    private long bytes;
    private boolean whole;

    /**
     * Nothing yet.
     *
     * @param limit in bytes
     * @param expected about how many bytes will come
     */
    KeptBatches(long limit, long expected) {
        this.limit = limit;
        this.whole = expected <= limit;
    }

    void add(Batch batch) {
        if (!whole) {
            return;
        }
        bytes += size(batch);
        if (bytes > limit) {
            whole = false;
            batches.clear();
        } else {
            int[] all = IntStream.range(0, batch.rows()).toArray();
            batches.add(batch.pick(all, all.length));
        }
    }

    /** Forgets the rows from a position on. */
    void truncate(long position) {
        batches.removeIf(batch -> batch.position(0) >= position);
        bytes = batches.stream().mapToLong(KeptBatches::size).sum();
    }

    /** Whether all rows that were added are here. */
    boolean isWhole() {
        return whole;
    }

    void forEach(Consumer<Batch> sink) {
        batches.forEach(sink);
    }

    private static long size(Batch batch) {
        long size = 8L * batch.rows();
        for (String name : batch.names()) {
            Column column = batch.column(name);
            if (column instanceof Column.Texts texts) {
                // A dictionary that many batches share is counted with each: a bound, not a measurement.
                size += 4L * batch.rows()
                        + TEXT_BYTES
                                * (long) Math.min(
                                        batch.rows(), texts.dictionary().size());
            } else {
                size += (column instanceof Column.Booleans ? 1L : 8L) * batch.rows();
            }
        }
        return size;
    }
}
