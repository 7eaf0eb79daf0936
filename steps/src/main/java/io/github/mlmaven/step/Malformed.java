package io.github.mlmaven.step;

import io.github.mlmaven.text.KebabCase;

/** Why a record of a text file is no row. Written as the value of an offender: the name, or the number of its fields. */
public enum Malformed {
    /** A quote is never closed. */
    UNCLOSED_QUOTE,
    /** Text follows a closing quote. */
    TEXT_AFTER_QUOTE,
    /** Some bytes are not UTF-8. */
    NOT_UTF_8;

    public String key() {
        return KebabCase.of(this);
    }
}
