package io.github.mlmaven.step;

import io.github.mlmaven.text.KebabCase;

/**
 * What a finding is, with the names of the values that it tells; {@code docs/findings.md} explains each. The kebab-case name
 * is stable: people and tools filter by it.
 */
public enum FindingCode {
    /** A file has no header. */
    DATA_EMPTY,
    /** The source has a header and no row: {@code source}. */
    DATA_NO_ROWS,
    /** Records are no rows: {@code fields}, how many a row has. What was found is a {@link Malformed}. */
    ROW_MALFORMED,
    /** A file lacks a column of the schema: {@code separator}, if its header looks as if it had another one. */
    COLUMN_MISSING,
    /** A file has a column that the schema lacks: {@code known}, the columns that it could be. */
    COLUMN_UNKNOWN,
    /** A header has a name twice. */
    COLUMN_DUPLICATE,
    /** Values are not of their column's type: {@code type}. */
    TYPE_MISMATCH,
    /** Numbers are NaN or infinite. */
    NOT_FINITE,
    /** Numbers are outside their range: {@code min}, {@code max}, of which one may be absent. */
    VALUE_OUT_OF_RANGE,
    /** Categories are not among the allowed: {@code allowed}. */
    VALUE_NOT_ALLOWED,
    /** Required values are missing. */
    VALUE_MISSING,
    /** Too many values are missing: {@code allowed}, the share that may be. */
    MISSING_SHARE,
    /** Values of a unique column come again. */
    VALUE_NOT_UNIQUE,
    /** Rows have no label. */
    LABEL_MISSING,
    /** All rows have one label: {@code found}, {@code task}. */
    LABEL_SINGLE_CLASS,
    /** A part of the split has no row: {@code part}. */
    SPLIT_EMPTY,
    /** The split column has a value that names no part. */
    SPLIT_UNKNOWN,
    /** Test rows have the inputs and the label of training rows. */
    SPLIT_DUPLICATE_ROWS,
    /** There are too few rows: {@code found}, {@code allowed}. */
    ROWS_TOO_FEW,
    /** There are too many rows: {@code found}, {@code allowed}. */
    ROWS_TOO_MANY,
    /** Rows have together what an earlier row has: {@code columns}. */
    ROWS_NOT_UNIQUE,
    /** A SQL check does not hold: {@code sql}, {@code name} if it has one. */
    SQL_CHECK_FAILED,
    /** A SQL check cannot be evaluated: {@code sql}, {@code name} if it has one, {@code reason} in the engine's words. */
    SQL_CHECK_INVALID;

    /** The name in files and messages: {@code value-out-of-range}. */
    public String key() {
        return KebabCase.of(this);
    }
}
