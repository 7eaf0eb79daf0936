package io.github.mlmaven.spec;

/** How much a finding or a broken gate weighs. */
public enum Severity {
    /** Fails the build. */
    ERROR,
    /** Is reported; the build goes on. */
    WARNING,
    /** For information. */
    INFO
}
