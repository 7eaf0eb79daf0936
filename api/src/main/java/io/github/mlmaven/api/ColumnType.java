package io.github.mlmaven.api;

/** The type that every value of a column must have. */
public enum ColumnType {
    /** A finite decimal number. */
    NUMBER,
    /** A whole number of at most 18 digits. */
    INTEGER,
    /** Text from a set of values, which the schema may list. */
    CATEGORY,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Free text: checked, and a feature only by a transform that takes texts. */
    TEXT,
    /** A day of the calendar: checked, and a feature only by a transform that takes days. */
    DATE,
    /** An instant to the microsecond: checked, and a feature only by a transform that takes instants. */
    TIMESTAMP;

    /** Whether values of this type are numbers with an order and a mean. */
    public boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }

    /** Whether values of this type are days or instants, which are no feature unless a transform is named. */
    public boolean isTime() {
        return this == DATE || this == TIMESTAMP;
    }
}
