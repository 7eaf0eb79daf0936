package io.github.mlmaven.spec;

/** How old the newest time may be. */
public record FreshCheck(
        @Doc("A date or timestamp column.") String column,

        @Doc("How many days before as-of the newest time may be.")
        long days,

        @Doc("The day that the age is counted from: the build looks at no clock.") @Example("2026-01-31")
        Edge asOf) {}
