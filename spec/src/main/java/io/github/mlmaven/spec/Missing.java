package io.github.mlmaven.spec;

/** What stands for a missing value, with statistics of the training rows. */
public enum Missing {
    /** {@link #MEDIAN} for numbers and no category for categories with linear trainers; {@link #KEEP} for trees. */
    AUTO,
    /** Stays missing; only for trainers that know what to do with it. */
    KEEP,
    /** The median of the training rows. */
    MEDIAN,
    /** The mean of the training rows. */
    MEAN,
    /** The most frequent value of the training rows, the smallest of equals. */
    MODE,
    /** Zero. */
    ZERO
}
