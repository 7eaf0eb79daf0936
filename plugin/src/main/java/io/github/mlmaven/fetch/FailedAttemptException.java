package io.github.mlmaven.fetch;

import io.github.mlmaven.api.MlException;
import org.jspecify.annotations.Nullable;

/** An attempt that brought nothing. */
final class FailedAttemptException extends Exception {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String remedy;
    private final boolean passing;

    /** @param passing whether the next attempt may go another way */
    FailedAttemptException(String problem, String remedy, boolean passing, @Nullable Exception cause) {
        super(problem, cause);
        this.problem = problem;
        this.remedy = remedy;
        this.passing = passing;
    }

    boolean isPassing() {
        return passing;
    }

    String problem() {
        return problem;
    }

    /** What a person is told. */
    MlException error(int attempts) {
        MlException error =
                new MlException(problem + (attempts == 1 ? "" : " It was tried " + attempts + " times."), remedy);
        // As a cause it would be part of the message, which Maven joins from all causes.
        error.addSuppressed(this);
        return error;
    }
}
