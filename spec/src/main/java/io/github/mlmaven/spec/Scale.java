package io.github.mlmaven.spec;

/** How a number is scaled, with statistics of the training rows. */
public enum Scale {
    /** {@link #STANDARD} for linear trainers, {@link #NONE} for trees. */
    AUTO,
    /** As it is. */
    NONE,
    /** (x - mean) / standard deviation. */
    STANDARD,
    /** (x - min) / (max - min). */
    MIN_MAX
}
