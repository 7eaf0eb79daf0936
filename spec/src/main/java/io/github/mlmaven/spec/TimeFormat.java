package io.github.mlmaven.spec;

import java.util.Optional;

/** How the texts of a date or timestamp column are written. */
public record TimeFormat(
        @Doc("How dates and timestamps are written, in Java's letters: dd.MM.uuuu. Default: ISO 8601.")
        Optional<String> format,

        @Doc("The zone of timestamps that are written without an offset.") @Default("UTC")
        String zone) {

    /** ISO 8601, in UTC. */
    public static final TimeFormat ISO = new TimeFormat(Optional.empty(), "UTC");
}
