package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.worker.Heap;
import java.util.List;

/**
 * What a worker's JVM said before it ended in the middle of its work, or before it began any.
 *
 * @param exitCode -1 where it is not known
 * @param text the end of what it said; may be empty
 */
record LastWords(WorkerJvm jvm, int exitCode, String text) {

    /** What the JVM says of heaps that no work fits into, and of ones that the work did not fit into. */
    private static final List<String> TOO_SMALL =
            List.of("OutOfMemoryError", "Too small maximum heap", "Too small initial heap");

    /** What the JVM says of options that it does not take. */
    private static final List<String> NOT_STARTED =
            List.of("Could not create the Java Virtual Machine", "Error occurred during initialization of VM");

    /** That of a process that the system killed at once: 128 and the number of the signal. */
    private static final int KILLED = 137;

    /** What to tell, with these words at its end. */
    MlException error(Exception cause) {
        String problem =
                "The worker %s ended with exit code %s in the middle of its work.".formatted(jvm.name(), exitCode);
        return new MlException(problem, text.isEmpty() ? remedy() : remedy() + "\n" + text, cause);
    }

    private String remedy() {
        if (says(TOO_SMALL)) {
            return "Its heap is too small. " + Heap.askedFor(jvm.argLine()).remedy();
        }
        if (says(NOT_STARTED)) {
            return "Its JVM did not start: correct ml.argLine, which is '" + jvm.argLine() + "'.";
        }
        String later = "Its log is " + jvm.log() + ". What was up to date stays so; the next build goes on from there.";
        return exitCode == KILLED
                ? "It was killed from outside, as systems do whose memory is full: free some, or give it less heap with"
                        + " ml.argLine (-Xmx). " + later
                : later;
    }

    private boolean says(List<String> phrases) {
        return phrases.stream().anyMatch(text::contains);
    }
}
