package io.github.mlmaven.step;

/** Where a baseline comes from. */
public enum BaselineOrigin {
    /** The numbers of the accepted model. */
    LOCK,
    /** The last release's model, on the rows of this build. */
    RELEASE,
    /** A model that was named by its coordinates or its file, on the rows of this build. */
    NAMED
}
