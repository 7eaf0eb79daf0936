package io.github.mlmaven.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One expectation about the whole table: exactly one of {@code rows}, {@code unique}, {@code sql} and those
 * of {@link TableRules}. */
public record TableCheck(
        @Doc("How many rows the table has.") @Example("min: 1000")
        Optional<Rows> rows,

        @Doc("Columns whose values together occur once.") @Default("[]") @Example("[row]") @AtMost(1_000)
        List<String> unique,

        @Doc("A SQL condition over the columns that is true for every row.")
        Optional<String> sql,

        @Inline TableRules rules,

        @Doc("The name of the check in reports. Default: the rule itself.")
        Optional<String> name,

        @Doc("Whether a break fails the build.") @Default("error")
        Severity severity) {

    public TableCheck {
        unique = List.copyOf(unique);
    }

    /** Bounds on the number of rows. */
    public record Rows(
            @Doc("The smallest number of rows.") OptionalLong min,
            @Doc("The largest number of rows.") OptionalLong max) {}
}
