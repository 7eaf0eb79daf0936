package io.github.mlmaven.spec;

/** One thing that rows are read from. */
public sealed interface Origin permits FilePattern, WebFile, RepositoryFile {

    /**
     * What messages, records and the lock call it: the same on every machine, and without anything that is secret.
     */
    String name();

    /** A name whose ending says how the rows are written. */
    String fileName();
}
