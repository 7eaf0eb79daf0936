package io.github.mlmaven.api;

/** What the model predicts. */
public enum Task {
    /** One of a fixed set of labels, with a probability for each. */
    CLASSIFICATION,
    /** A number. */
    REGRESSION
}
