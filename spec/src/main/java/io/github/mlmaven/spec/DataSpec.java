package io.github.mlmaven.spec;

import java.util.List;
import java.util.Optional;

/** Where the rows come from. */
public record DataSpec(
        @Inline SourceSpec from,

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
        SplitSpec split,

        @Doc("What a header may have beside the columns of the schema.") @Default("{}") @Example("extra: warn")
        ColumnPolicy columns,

        @Doc("How csv and tsv files are written.") @Default("{}") @Example("delimiter: ';'")
        TextFormat csv,

        @Doc("A SQL condition over the columns: rows for which it is not true are left out.")
        @Example("price is not null")
        Optional<String> where,

        @Doc("What becomes of rows with a value that is not of its column's type. Default: they are errors.")
        @Default("{}")
        @Example("quarantine: 1%")
        BadRows badRows) {

    public DataSpec {
        id = List.copyOf(id);
        missing = List.copyOf(missing);
    }

    /** Rows of which nothing else is said. */
    public static DataSpec of(SourceSpec from, String label, List<String> missing, SplitSpec split) {
        return new DataSpec(
                from,
                label,
                List.of(),
                missing,
                split,
                ColumnPolicy.STRICT,
                TextFormat.PLAIN,
                Optional.empty(),
                BadRows.NONE);
    }

    /** The same without what is nobody's: what a record or a lock may tell. */
    public DataSpec told() {
        return new DataSpec(from.told(), label, id, missing, split, columns, csv, where, badRows);
    }

    /** The same rows, in text files of another format. */
    public DataSpec written(TextFormat format) {
        return new DataSpec(from, label, id, missing, split, columns, format, where, badRows);
    }

    /** Other rows of the same form. */
    public DataSpec of(SourceSpec other, SplitSpec parts) {
        return new DataSpec(other, label, id, missing, parts, ColumnPolicy.STRICT, csv, Optional.empty(), BadRows.NONE);
    }
}
