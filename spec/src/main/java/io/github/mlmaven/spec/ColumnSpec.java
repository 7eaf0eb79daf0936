package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;

/** What must be true of one column. */
public record ColumnSpec(
        @Doc("The type of every value.") ColumnType type,
        @Inline Domain domain,
        @Inline Presence presence,
        @Inline TimeFormat time,
        @Inline TextRules text,

        @Doc("The share of rows that may break type, min, max or values; up to it a break is a warning.") @Default("0")
        Share maxInvalid,

        @Doc("Whether a break of this column's rules fails the build.") @Default("error")
        Severity severity) {

    public When when() {
        return presence.when();
    }
}
