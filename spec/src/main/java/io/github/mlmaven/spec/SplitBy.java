package io.github.mlmaven.spec;

/** What decides which part a row belongs to. */
public enum SplitBy {
    /** A hash of the row's group, id or content. */
    HASH,
    /** A column that names the part. */
    COLUMN,
    /** When it happened: the last rows are tested. */
    TIME
}
