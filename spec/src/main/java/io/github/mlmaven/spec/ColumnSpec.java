package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import java.util.List;
import java.util.Optional;

/** What must be true of one column. */
public record ColumnSpec(
        @Doc("The type of every value.") ColumnType type,
        @Inline Domain domain,
        @Inline Presence presence,
        @Inline Spelling spelling,
        @Inline TextRules text,

        @Doc("The share of rows that may break type, min, max or values; up to it a break is a warning.") @Default("0")
        Share maxInvalid,

        @Doc("Whether a break of this column's rules fails the build.") @Default("error")
        Severity severity) {

    /** A column of a type, whose times are written in a format, and no other rule. */
    public static ColumnSpec of(ColumnType type, TimeFormat time, Severity severity) {
        return of(type, Spelling.of(time), severity);
    }

    /** A column of a type, and no other rule. */
    public static ColumnSpec of(ColumnType type, Spelling spelling, Severity severity) {
        Domain any = new Domain(Optional.empty(), Optional.empty(), List.of(), Share.NONE, false);
        Presence allowed = new Presence(false, new Share(1), false, When.ALWAYS);
        return new ColumnSpec(
                type, any, allowed, spelling, new TextRules(Optional.empty(), Optional.empty()), Share.NONE, severity);
    }

    /** How dates and timestamps are written. */
    public TimeFormat time() {
        return spelling.time();
    }

    public When when() {
        return presence.when();
    }
}
