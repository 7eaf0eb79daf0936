package io.github.mlmaven.worker;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.worker.ImageRequest.Login;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Ask a model's database for its rows, and leave them as a {@link io.github.mlmaven.step.Snapshot}; where they are those that
 * are there already, nothing is touched.
 *
 * @param access how the database is reached
 */
public record FetchRequest(BuildPlace place, Access access, BuildLimits limits) implements WorkRequest {

    /**
     * How a database is reached.
     *
     * @param drivers JARs with its driver and what that needs
     * @param login empty for a database that wants none
     * @param patienceSeconds how long each of its answers may take: the first row, and what follows it
     */
    public record Access(List<Path> drivers, Optional<Login> login, int patienceSeconds) {

        /** How long a database may take to let somebody in, in seconds. */
        private static final int LOGIN_SECONDS = 30;

        public Access {
            drivers = List.copyOf(drivers);
        }

        /** How long it may take to let somebody in. */
        public int loginSeconds() {
            return Math.min(LOGIN_SECONDS, patienceSeconds);
        }
    }
}
