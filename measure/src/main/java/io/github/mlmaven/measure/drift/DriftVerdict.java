package io.github.mlmaven.measure.drift;

/** What is known of a movement. */
public enum DriftVerdict {
    /** It is less than is allowed, but for the chance. */
    NONE,
    /** It is more than is allowed, but for the chance. */
    DRIFT,
    /** There are too few rows to say either. */
    INCONCLUSIVE
}
