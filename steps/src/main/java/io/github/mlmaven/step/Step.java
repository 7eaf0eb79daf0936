package io.github.mlmaven.step;

import java.util.Locale;

/** The steps of a build, in their order. */
public enum Step {
    VALIDATE,
    TRAIN,
    EVALUATE,
    CHECK,
    PACKAGE;

    /** Whether this step must be up to date before a goal's step can be. A model is packaged whatever the gates say of it. */
    public boolean isNeededFor(Step goal) {
        return this == CHECK ? goal == CHECK : compareTo(goal) <= 0;
    }

    /** The name in files and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
