package io.github.mlmaven.model;

/** How a message begins that is about one row. */
@FunctionalInterface
interface RowName {

    /** By its index, from 0; by its place in its table where the batch knows it. */
    RowName INDEX = row -> "Row " + row + ": ";

    /** Not at all, where there is only one row. */
    RowName NONE = row -> "";

    String of(long row);
}
