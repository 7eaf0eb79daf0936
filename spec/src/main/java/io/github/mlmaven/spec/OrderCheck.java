package io.github.mlmaven.spec;

import java.util.List;

/** Values that rise from row to row. */
@Shorthand("column")
public record OrderCheck(
        @Doc("A column of numbers, dates or timestamps.") String column,

        @Doc("Columns whose values together make a sequence of their own.")
        @Default("[]")
        @Example("[store]")
        @AtMost(1_000)
        List<String> by,

        @Doc("Whether no two rows of a sequence may have the same value.") @Default("false")
        boolean strictly) {

    public OrderCheck {
        by = List.copyOf(by);
    }
}
