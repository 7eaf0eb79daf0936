package io.github.mlmaven.spec;

/** When a column exists. */
public enum When {
    /** In training data and in requests. */
    ALWAYS,
    /** Only in training data, like the label. */
    TRAINING
}
