package io.github.mlmaven.spec;

/** What a rule holds for. */
public enum Phase {
    /** For training data and for what is predicted. */
    ALWAYS,
    /** For training data alone. */
    TRAINING,
    /** For what is predicted alone: requests, and rows of files. */
    SERVING
}
