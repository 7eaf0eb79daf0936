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
    /** No row is kept: {@code where}, the condition, and {@code dropped}, how many rows there are. */
    WHERE_KEEPS_NOTHING,
    /** Each row is kept: {@code where}, the condition, and {@code kept}, how many rows there are. */
    WHERE_KEEPS_ALL,
    /**
     * Rows have values that are not of their type, and are left out: {@code allowed}, the share that may be. More of them are
     * an error.
     */
    ROWS_QUARANTINED,
    /** The source is beyond the project's folder, or named from the root of a machine: {@code source}. */
    SOURCE_OUTSIDE,
    /** The fields of a file are separated by another character than its name says: {@code separator}. */
    SEPARATOR_UNEXPECTED,
    /**
     * The rows of a file are UTF-8 and read in another encoding: {@code encoding}, and {@code meant}, what the first of them has
     * in UTF-8.
     */
    ENCODING_UNEXPECTED,
    /** The first line of a file is no header: {@code found}, a {@link Malformed}. */
    HEADER_MALFORMED,
    /**
     * Records are no rows: {@code fields}, how many a row has, and {@code rows}, how many records are rows; {@code usual}, how
     * many fields nearly all have, where the first line is what differs. What was found is a {@link Malformed}.
     */
    ROW_MALFORMED,
    /**
     * A file lacks columns of the schema: {@code columns}; {@code unknown}, those that it has and the schema lacks; {@code
     * known}, how many it has that the schema declares; {@code encoding}, the declared one, and {@code said}, where it is, if
     * names in UTF-8 are read by another.
     */
    COLUMN_MISSING,
    /** A file has all columns of the schema, and others: {@code columns}. */
    COLUMN_UNKNOWN,
    /** A header has a name twice. */
    COLUMN_DUPLICATE,
    /** Texts that stand for a missing value stand nowhere in the data: {@code texts}. */
    MISSING_TEXT_UNUSED,
    /** Values are not of their column's type: {@code type}. */
    TYPE_MISMATCH,
    /** Numbers are NaN or infinite. */
    NOT_FINITE,
    /** Numbers are outside their range: {@code min}, {@code max}, of which one may be absent. */
    VALUE_OUT_OF_RANGE,
    /** Categories are not among the allowed: {@code allowed}. */
    VALUE_NOT_ALLOWED,
    /** Texts are not as their column's pattern says: {@code pattern}. */
    PATTERN_MISMATCH,
    /** Texts are too short or too long: {@code min}, {@code max}, of which one may be absent. */
    LENGTH_OUT_OF_RANGE,
    /** A header has the columns of the schema in another order: {@code columns}. */
    COLUMN_ORDER,
    /** Rows have a lower value than the row before. */
    ROWS_NOT_INCREASING,
    /** Rows have in some columns what another table has not as its key: {@code columns}, {@code source}, {@code keys}. */
    KEY_UNKNOWN,
    /** How old the newest time may be cannot be told, as nobody says what day it is: {@code days}. */
    DATA_AGE_UNKNOWN,
    /** The newest time is after the day that a check goes by: {@code found} and {@code day}. */
    DATA_IN_FUTURE,
    /** The newest time is too old: {@code found}, {@code allowed}. */
    DATA_NOT_FRESH,
    /** Test rows have in some columns what training rows have: {@code columns}; {@code part-column} or {@code time-column}. */
    SPLIT_SHARED_KEY,
    /** Training rows are later than the first test row: {@code found}, its time. */
    SPLIT_TRAINS_LATER,
    /** Required values are missing. */
    VALUE_MISSING,
    /** Too many values are missing: {@code allowed}, the share that may be. */
    MISSING_SHARE,
    /** All values of an input are missing. */
    COLUMN_ALL_MISSING,
    /** All rows have one value of an input. */
    COLUMN_CONSTANT,
    /** An input has nearly as many categories as rows: {@code found}. */
    CATEGORY_NEAR_UNIQUE,
    /** An input has more categories than can get a feature each: {@code found}, {@code allowed}. */
    CATEGORY_TOO_WIDE,
    /** An input says the label again, as the same number or as a value for each label: {@code label}. */
    FEATURE_EQUALS_LABEL,
    /** An input tells the label by itself: {@code found}, how much of it, {@code allowed}. */
    COLUMN_TELLS_LABEL,
    /** Values of a unique column come again. */
    VALUE_NOT_UNIQUE,
    /** Rows have no label. */
    LABEL_MISSING,
    /** All rows have one label: {@code found}, {@code task}. */
    LABEL_SINGLE_CLASS,
    /** Labels that the schema lists are those of no row: {@code labels}. */
    LABEL_NEVER_OCCURS,
    /** Labels are those of no training row: {@code labels}. */
    LABEL_NOT_TRAINED,
    /** Labels are those of no test row: {@code labels}. */
    LABEL_NOT_TESTED,
    /**
     * Rows have the inputs of other rows and another label: {@code wrong}, about how many of them every model is wrong at
     * least; {@code allowed}, the share that may be, where one is declared.
     */
    LABEL_CONTRADICTORY,
    /** A part of the split has no row: {@code part}. */
    SPLIT_EMPTY,
    /** The split column has a value that names no part. */
    SPLIT_UNKNOWN,
    /** Rows have no time, and the split is by time. */
    SPLIT_TIME_MISSING,
    /** Test rows have the inputs and the label of training rows; {@code part-column} or {@code time-column}. */
    SPLIT_DUPLICATE_ROWS,
    /** Test rows have the inputs of training rows, and another label; {@code part-column} or {@code time-column}. */
    SPLIT_EQUAL_INPUTS,
    /**
     * A column's values are not as they were: {@code what} (numbers, categories, missing, new-values), {@code since} (accepted,
     * training, earlier), {@code found}, {@code lower}, {@code allowed}. Of slices of time, which are held against earlier rows,
     * {@code first} is the first that drifted, {@code slices} are all stretches that did, {@code drifted} of {@code compared}
     * slices of a length of {@code every}.
     */
    DRIFT,
    /** The data has other columns, or of other types, than the accepted: {@code new}, {@code gone}. */
    DRIFT_COLUMNS,
    /** There is nothing to compare the data with: {@code file}, {@code reason} (no-lock, no-hash, not-vouched, absent, changed, unreadable). */
    DRIFT_BASELINE,
    /**
     * Slices of time by the column {@code by}, each {@code every} long, are not compared: {@code reason} (many, one, few, none,
     * missing); of too many {@code found}, {@code allowed}, {@code columns}, {@code first}, {@code last} and {@code coarser}, the
     * length that would do.
     */
    DRIFT_SLICES,
    /** There are too few rows: {@code found}, {@code allowed}. */
    ROWS_TOO_FEW,
    /** There are too many rows: {@code found}, {@code allowed}. */
    ROWS_TOO_MANY,
    /** Rows have together what an earlier row has: {@code columns}. */
    ROWS_NOT_UNIQUE,
    /** A SQL check does not hold: {@code sql}, {@code name} if it has one. */
    SQL_CHECK_FAILED,
    /** A SQL check cannot be evaluated: {@code sql}, {@code name} if it has one, {@code reason} in the engine's words. */
    SQL_CHECK_INVALID,
    /** A SQL check holds for all rows and for each of {@code drawn} rows: {@code sql}, and {@code name} if it has one. */
    CHECK_HOLDS_ALWAYS;

    /** The name in files and messages: {@code value-out-of-range}. */
    public String key() {
        return KebabCase.of(this);
    }
}
