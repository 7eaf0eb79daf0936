package io.github.mlmaven.spec;

/** How the values of a column become numbers. */
public enum Encoding {
    /** By the column's type. */
    AUTO,
    /** The number itself; a boolean is 0 or 1. */
    NUMBER,
    /** The position of a category in the schema's list of values, from 0. */
    ORDINAL,
    /** One feature for each category, 1 where the row has it. */
    ONE_HOT,
    /** No feature. */
    DROP
}
