package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;

/** What a {@link SpecWarning} is, with the names of the values that it tells. The kebab-case name is stable. */
public enum SpecWarningCode {
    /**
     * Rows are held out for validation, and the trainer looks at none: {@code trainer}, {@code parameter}, by which it would;
     * empty if it never does.
     */
    VALIDATION_UNUSED;

    /** The name in messages: {@code validation-unused}. */
    public String key() {
        return KebabCase.of(this);
    }
}
