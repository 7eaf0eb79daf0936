package io.github.mlmaven.spec;

import java.util.List;
import java.util.Optional;

/** The values that a column may hold. */
public record Domain(
        @Rule @Doc("The smallest allowed number, or the first date.")
        Optional<Edge> min,

        @Rule @Doc("The largest allowed number, or the last date.")
        Optional<Edge> max,

        @Rule @Doc("The allowed values of a category, in their order.") @Default("[]") @Example("[Fair, Good, Ideal]")
        List<String> values,

        @Doc("The share of rows whose value may be none of values; up to it they are a warning.") @Default("0")
        Share maxUnseen,

        @Doc("Whether the values of a category are ordered; the default encoding is then ordinal.") @Default("false")
        boolean ordered) {

    public Domain {
        values = List.copyOf(values);
    }

    /** The same with other bounds. */
    public Domain within(Optional<Edge> least, Optional<Edge> most) {
        return new Domain(least, most, values, maxUnseen, ordered);
    }
}
