package io.github.mlmaven.spec;

import java.util.Optional;
import java.util.OptionalLong;

/** What the texts of a column must look like. */
public record TextRules(
        @Rule
        @Doc(
                "A regular expression (RE2) that every text of a category or text column matches from its first to its last letter.")
        @Example("'[A-Z]{2}-[0-9]+'")
        Optional<String> pattern,

        @Rule @Doc("How many letters (code points) a text of a category or text column has.") @Example("min: 2")
        Optional<Length> length) {

    /** Bounds on the length of a text. */
    public record Length(
            @Doc("The smallest number of letters.") OptionalLong min,
            @Doc("The largest number of letters.") OptionalLong max) {}
}
