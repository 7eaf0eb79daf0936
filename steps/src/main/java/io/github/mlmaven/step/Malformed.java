package io.github.mlmaven.step;

import io.github.mlmaven.text.KebabCase;

/** Why a record of a text file is no row. Written as the value of an offender: the name, or the number of its fields. */
public enum Malformed {
    /** A quote is never closed. */
    UNCLOSED_QUOTE,
    /** Text follows a closing quote. */
    TEXT_AFTER_QUOTE,
    /** Some bytes are not UTF-8. */
    NOT_UTF_8,
    /** Some bytes are no letters of Windows-1252, which was declared. */
    NOT_WINDOWS_1252,
    /** The line begins as comments do, and has not the fields of a row. */
    COMMENT,
    /** The line is one that git leaves where a merge has both sides of a conflict. */
    MERGE_MARK,
    /** The bytes begin as UTF-16 does. */
    UTF_16,
    /** A field is longer than what is looked at. */
    TOO_LONG;

    public String key() {
        return KebabCase.of(this);
    }
}
