package io.github.mlmaven.spec;

import java.util.List;

/** That the data is held against the data of the accepted model. */
public record DriftSpec(
        @Doc("What the data is compared with: the profile beside the lock.") @Default("lock")
        Baseline baseline,

        @Doc("Whether drift fails ml:validate.") @Default("warning")
        Severity severity,

        @Doc("The columns that are compared. Default: every column of the data.")
        @Default("[]")
        @Example("[carat, cut]")
        @AtMost(10_000)
        List<String> columns,

        @Doc("How far columns may move.") @Default("{}") @Example("numbers: 0.2")
        Allowed allowed) {

    public DriftSpec {
        columns = List.copyOf(columns);
    }

    /** What data is compared with. */
    public enum Baseline {
        /** What the lock accepted. */
        LOCK
    }

    /** Beyond which it is drift. */
    public record Allowed(
            @Doc("By how many standard deviations numbers may move on average.") @Default("0.1")
            Double numbers,

            @Doc("The share of rows that may change their category.") @Default("3%")
            Share categories,

            @Doc("By how much the share of missing values may change.") @Default("2%")
            Share missing,

            @Doc("The share of rows that may have values not seen before.") @Default("1%")
            Share newValues) {}
}
