package io.github.mlmaven.fetch;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param connect until it takes the connection
 * @param stall without a byte
 * @param attempts how often it is tried at most
 * @param pause before the second attempt; twice as long before each further one
 */
public record Patience(Duration connect, Duration stall, int attempts, Duration pause) {

    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), 4, Duration.ofSeconds(1));

    /** How long a connection may take: no longer than a server may be silent. */
    Duration toConnect() {
        return connect.compareTo(stall) < 0 ? connect : stall;
    }

    /** @param attempt that failed, from 1 */
    Duration before(int attempt) {
        return pause.multipliedBy(1L << (attempt - 1));
    }
}
