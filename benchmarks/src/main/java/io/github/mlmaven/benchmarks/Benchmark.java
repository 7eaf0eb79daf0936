package io.github.mlmaven.benchmarks;

import java.io.IOException;

/** Something to measure. */
interface Benchmark {

    /** The name on the command line, and of the file with the result. */
    String name();

    /**
     * Measures.
     *
     * @return the body of the result, in Markdown
     */
    String measure(Workspace workspace) throws IOException;
}
