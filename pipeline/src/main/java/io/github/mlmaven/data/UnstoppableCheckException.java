package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.worker.StuckException;
import java.time.Duration;

/** A check took all of its time, and the engine goes on with it. */
final class UnstoppableCheckException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String check;
    private final Duration limit;

    /** @param check its condition */
    UnstoppableCheckException(String check, Duration limit) {
        super(check);
        this.check = check;
        this.limit = limit;
    }

    /** Its condition. */
    String check() {
        return check;
    }

    /** As what ends the work of this JVM, see {@link StuckException}. */
    MlException at(String place) {
        return new MlException(
                "The check '%s' (%s) took longer than the %s seconds that a check has in all, and the data engine could not be stopped at it."
                        .formatted(check.strip(), place, limit.toSeconds()),
                "Simplify it: compute with the values of the row as they are, and make no long lists or texts of them.",
                new StuckException("the data engine goes on with a check"));
    }
}
