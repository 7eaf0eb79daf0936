package io.github.mlmaven.data;

/** The part of the rows that a split gives one use. */
public enum Part {
    /** The model learns from these rows. */
    TRAIN(0),
    /** Held out from learning to decide when to stop. */
    VALIDATION(1),
    /** Held out for the evaluation. */
    TEST(2);

    private final int code;

    Part(int code) {
        this.code = code;
    }

    /** How the table {@code t} writes it, for statements of our own. */
    public int code() {
        return code;
    }
}
