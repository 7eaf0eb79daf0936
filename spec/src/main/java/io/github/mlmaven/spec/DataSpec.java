package io.github.mlmaven.spec;

import java.util.List;

/** Where the rows come from. */
public record DataSpec(
        @Doc("Files, relative to the project: csv, tsv (also .gz) or parquet; a path, a directory or a glob.")
        String source,

        @Doc("The column that the model predicts.") String label,

        @Doc("Columns that identify a row, for a stable split and for messages; never features.")
        @Default("[]")
        @Example("[row]")
        @AtMost(1_000)
        List<String> id,

        @Doc(
                "Texts that stand for a missing value in csv and tsv files; in a numeric column as numbers too: -200 stands for -200.0.")
        @Default("['']")
        @Example("['', NA]")
        @AtMost(1_000)
        List<String> missing,

        @Doc("Which rows train and which test.") @Default("{}") @Example("test: 0.2")
        SplitSpec split) {

    public DataSpec {
        id = List.copyOf(id);
        missing = List.copyOf(missing);
    }

    /** Other rows of the same form. */
    public DataSpec of(String other, SplitSpec parts) {
        return new DataSpec(other, label, List.of(), missing, parts);
    }
}
