package io.github.mlmaven.step;

/**
 * {@code split.json}: how many rows each split has, and which.
 *
 * @param testRows SHA-256 over the sorted keys of the test rows: equal exactly when the same rows were tested
 * @param definition what a row's part follows from
 * @param definitionSha256 of the definition
 */
public record Split(
        int format,
        long train,
        long validation,
        long test,
        String testRows,
        SplitDefinition definition,
        String definitionSha256) {

    public static final int FORMAT = 2;

    /** Of this format. */
    public static Split of(long train, long validation, long test, String testRows, SplitDefinition definition) {
        return new Split(FORMAT, train, validation, test, testRows, definition, definition.sha256());
    }
}
