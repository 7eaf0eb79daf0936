package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The part of the rows that a split gives one use. */
public enum Part {
    /** The model learns from these rows. */
    TRAIN(0),
    /** Held out from learning to decide when to stop. */
    VALIDATION(1),
    /** Held out for the evaluation. */
    TEST(2);

    /** A name that no file and no schema has. */
    private static final String COLUMN = "\0part";

    /** The code of a row in none of the parts. */
    public static final byte NONE = -1;

    private final byte code;

    Part(int code) {
        this.code = (byte) code;
    }

    /** How {@link #codes} writes it. */
    public byte code() {
        return code;
    }

    /** The part of a row; none where a split column names none. */
    public static Optional<Part> of(Batch batch, int row) {
        byte code = codes(batch)[row];
        return Arrays.stream(values()).filter(part -> part.code == code).findFirst();
    }

    /**
     * The batch with the parts of its rows.
     *
     * @param codes by row
     */
    public static Batch mark(Batch batch, byte[] codes) {
        return batch.with(COLUMN, new Column.Booleans(codes, batch.rows(), List.of()));
    }

    /** The parts of a batch's rows, by {@link #code}, and {@link #NONE}. */
    public static byte[] codes(Batch batch) {
        if (batch.column(COLUMN) instanceof Column.Booleans parts) {
            return parts.values();
        }
        throw new IllegalArgumentException("the batch is not marked");
    }
}
