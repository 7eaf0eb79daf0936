package io.github.mlmaven.step;

import java.util.Locale;

/** The steps of a build, in their order. Bringing one up to date brings all before it up to date. */
public enum Step {
    VALIDATE,
    TRAIN,
    EVALUATE,
    CHECK,
    PACKAGE;

    /** The name in files and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
