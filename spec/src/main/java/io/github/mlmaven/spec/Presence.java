package io.github.mlmaven.spec;

/** Whether a column must have values. */
public record Presence(
        @Rule @Doc("Whether a missing value is an error, in training data and in requests.") @Default("false")
        boolean required,

        @Rule @Doc("The largest share of missing values in the training data.") @Default("100%")
        Share maxMissing,

        @Rule @Doc("Whether no two rows may share a value.") @Default("false")
        boolean unique,

        @Doc("Whether the column exists only in training data, like the label, or always.") @Default("always")
        When when) {}
