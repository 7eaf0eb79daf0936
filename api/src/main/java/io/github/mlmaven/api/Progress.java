package io.github.mlmaven.api;

/** What a library tells whoever runs it, as it happens. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = new Progress() {};

    /** A sentence for the log. */
    default void info(String text) {}

    /** A sentence that the user should read. */
    default void warn(String text) {}

    /**
     * Long work moved on.
     *
     * @param what the work, such as {@code training round}
     * @param done how much is done, from 0
     * @param total how much there is
     */
    default void tick(String what, long done, long total) {}

    /**
     * Long work moved on, and nobody knows yet how much there is.
     *
     * @param what the work, such as {@code read rows}
     * @param done how much is done, from 0
     * @param expected about how much there is; 0 where not even that is known
     */
    default void about(String what, long done, long expected) {}

    /**
     * The work needs a native library that this machine lacks.
     *
     * @param library its name without a version, such as {@code libgomp}
     * @return what whoever runs the work has in its place
     */
    default Supply lacking(String library) {
        return new Supply.None();
    }
}
