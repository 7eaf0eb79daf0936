package io.github.mlmaven.spec;

import java.util.Optional;

/** How old the newest time may be. */
public record FreshCheck(
        @Doc("A date or timestamp column.") String column,

        @Doc("How many days before as-of the newest time may be.")
        long days,

        @Doc(
                "The day that the age is counted from. Default: what the build is told by -Dml.today; it looks at no clock.")
        @Example("2026-01-31")
        Optional<Edge> asOf) {}
