package io.github.mlmaven.step;

/**
 * {@code split.json}: how many rows each split has, and which.
 *
 * @param testRows SHA-256 over the sorted keys of the test rows: equal exactly when the same rows were tested
 */
public record Split(int format, long train, long validation, long test, String testRows) {

    public static final int FORMAT = 1;
}
