package io.github.mlmaven.api;

import java.nio.file.Path;

/** What there is in the place of a native library that a machine lacks. */
public sealed interface Supply {

    /**
     * A JAR that has the library.
     *
     * @param cache where what is unpacked from it stays between builds
     */
    record Archive(Path file, Path cache) implements Supply {}

    /** There is a JAR with the library, and it could not be had. */
    record Unresolved(String problem, String remedy) implements Supply {}

    /** Nobody offers the library, for this platform or at all. */
    record None() implements Supply {}
}
