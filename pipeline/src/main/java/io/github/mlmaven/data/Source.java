package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One place that rows come from, in one order. A kind of source is one class: it knows its columns, delivers typed batches
 * and finds a row for a person. The engine can read all kinds; whatever reads a kind faster stands before it, as
 * {@link PlainFile} does.
 */
sealed interface Source permits PlainFile, TextFile, ParquetFile, JsonFile {

    /** For a person: of a file its path relative to the project, with {@code /}. */
    String name();

    /** The file that the engine reads; once it was read. */
    Path readable();

    /** What it takes on disk: about what its rows take in memory. */
    long bytes();

    /** About how many rows it has, as far as that is told without reading it. */
    OptionalLong expectedRows();

    /** The names of its columns, in its order. */
    List<String> header();

    /**
     * Reads columns of all rows in their order.
     *
     * @param wanted columns of the schema; all values of one that the source lacks are missing
     * @param first the position of the first row
     * @param attempts gives what takes the rows; asked again, the rows taken so far do not count and all are read again: some
     *     value or record was not as the fast way of reading needs it. That is found out once: later calls read one way only
     * @return how many rows there are
     */
    long read(List<TableColumn> wanted, long first, Supplier<Consumer<Batch>> attempts);

    /** A query of its rows in their order with columns of the schema, by name and of their SQL types; once it was read. */
    String sql(List<TableColumn> columns);

    /**
     * Where rows stand.
     *
     * @param found rows, from 0, with what was found there
     */
    List<Offender> locate(SortedMap<Long, String> found);

    /** What is wrong with the source as such, beside its header; once it was read. */
    Optional<Finding> finding();
}
