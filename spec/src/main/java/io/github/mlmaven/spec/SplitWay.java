package io.github.mlmaven.spec;

import java.util.Optional;

/** How a split finds a row's part, beside its shares. */
public record SplitWay(
        @Doc(
                "What decides: a hash, a column that names the part, or the time of a date or timestamp column, whose last rows"
                        + " are tested. Default: column if a column is named, else hash.")
        Optional<SplitBy> by,

        @Doc("With by: time, the first day or instant that is tested, in place of a share.")
        Optional<Edge> after,

        @Doc("Whether each label of a classification has the shares of its own; by hash alone.") @Default("false")
        boolean stratify) {}
