package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;

/** What a {@link SpecWarning} is, with the names of the values that it tells. The kebab-case name is stable. */
public enum SpecWarningCode {
    /**
     * Rows are held out for validation, and the trainer looks at none: {@code trainer}, {@code parameter}, by which it would;
     * empty if it never does.
     */
    VALIDATION_UNUSED,
    /** A share or a group beside a column that names the split: {@code key}, {@code column}. */
    SPLIT_KEY_UNUSED,
    /** Texts that are missing values, where no text is read: {@code source}. */
    MISSING_TEXTS_UNUSED,
    /** How texts are written, where no text is read: {@code source}. */
    TEXT_FORMAT_UNUSED,
    /** The repository may have other rows under the same version tomorrow: {@code artifact}. */
    DATA_SNAPSHOT,
    /** A required column may lack a share of its values: {@code column}. */
    MAX_MISSING_UNUSED,
    /** A share of a text column may break rules that texts do not have: {@code column}. */
    MAX_INVALID_UNUSED,
    /** What stands for a missing value of a column that has none: {@code column}. */
    MISSING_UNUSED,
    /** The range of a column has no value on one side of a slice's bound: {@code column}. */
    BIN_OUTSIDE_RANGE,
    /**
     * A gate bounds a metric only on the side on which it is better: {@code metric}, {@code better}, which is {@code higher}
     * or {@code lower}, and {@code opposite}, the key that bounds the other side.
     */
    GATE_AGAINST_DIRECTION;

    /** The name in messages: {@code validation-unused}. */
    public String key() {
        return KebabCase.of(this);
    }
}
