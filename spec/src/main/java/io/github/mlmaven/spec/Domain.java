package io.github.mlmaven.spec;

import java.util.List;
import java.util.OptionalDouble;

/** The values that a column may hold. */
public record Domain(
        @Doc("The smallest allowed number.") OptionalDouble min,
        @Doc("The largest allowed number.") OptionalDouble max,

        @Doc("The allowed values of a category, in their order.") @Default("[]") @Example("[Fair, Good, Ideal]")
        List<String> values,

        @Doc("Whether the values of a category are ordered; the default encoding is then ordinal.") @Default("false")
        boolean ordered) {

    public Domain {
        values = List.copyOf(values);
    }
}
