package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.RowFilter.Dropped;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filter at work on one source. What it drops is asked for before each attempt to read the source, as an attempt may read
 * other rows than the one before it: a malformed record is none.
 */
final class Filtering {

    private final Optional<RowFilter> filter;
    private final Source source;
    private final long first;
    private Dropped dropped = Dropped.NONE;
    private @Nullable SQLException failure;
    private long count;

    /**
     * Nothing dropped yet.
     *
     * @param first the position of the source's first row
     */
    Filtering(Optional<RowFilter> filter, Source source, long first) {
        this.filter = filter;
        this.source = source;
        this.first = first;
    }

    long first() {
        return first;
    }

    /** An attempt to read the source begins. */
    void begin() {
        count = 0;
        failure = null;
        dropped = Dropped.NONE;
        if (filter.isPresent()) {
            try {
                dropped = filter.get().dropped(source);
            } catch (SQLException e) {
                // Either the attempt fails too, and there is another one, or it is the condition's fault.
                failure = e;
            }
        }
    }

    /** Marks the rows that are not kept. */
    void mark(Batch batch, byte[] codes) {
        if (filter.isPresent()) {
            count += filter.get().mark(batch, dropped, first, codes);
        }
    }

    /** Whether the condition is true for each row, also for those that are kept for a value that is not of its type. */
    boolean isTrueForAll() {
        return dropped.rows().isEmpty();
    }

    /** How many rows are not kept. */
    long count() {
        return count;
    }

    /**
     * The source was read.
     *
     * @throws MlException if the condition could not be evaluated, or the source was another one then
     */
    void requireWhole(long rows) {
        if (filter.isEmpty()) {
            return;
        }
        if (failure != null) {
            throw filter.get().failure(failure);
        }
        if (dropped.of() != rows) {
            throw new MlException(source.name() + " changed while it was read.", "Build again once it is complete.");
        }
    }
}
