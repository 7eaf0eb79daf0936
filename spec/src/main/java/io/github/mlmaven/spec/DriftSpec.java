package io.github.mlmaven.spec;

import io.github.mlmaven.api.CalendarUnit;
import java.util.List;
import java.util.Optional;

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
        Allowed allowed,

        @Doc("Slices of time, each of which is held against all rows before it. Default: the data is not cut.")
        @Example("{column: sold, every: month}")
        Optional<By> by) {

    public DriftSpec {
        columns = List.copyOf(columns);
    }

    /** What data is compared with. */
    public enum Baseline {
        /** What the lock accepted. */
        LOCK
    }

    /** How rows are cut into slices. */
    public record By(
            @Doc("The date or timestamp column that says when a row was; in UTC.")
            String column,

            @Doc("What a slice is. At most 1,000 of them, and 250,000 slices times columns.") @Default("month")
            CalendarUnit every) {}

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
