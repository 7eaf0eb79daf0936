package io.github.mlmaven.worker;

/**
 * Work goes on in this JVM that cannot be stopped. As a cause of what a request fails with it makes the worker end: it would
 * have less memory and fewer processors for the next one than it says.
 */
public final class StuckException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param work that goes on */
    public StuckException(String work) {
        super(work);
    }
}
