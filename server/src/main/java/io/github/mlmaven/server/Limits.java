package io.github.mlmaven.server;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a client may ask of the server.
 *
 * @param maxBody the largest request body in bytes
 * @param maxConcurrent how many requests with a body are taken at a time; further ones are turned away at once
 */
record Limits(int maxBody, int maxConcurrent, Patience patience) {

    static final Limits DEFAULT = new Limits(1 << 20, 256, Patience.DEFAULT);

    /**
     * How long the server waits for a client.
     *
     * @param firstRequest from the connection to the head of its first request
     * @param nextRequest from an answer to the head of the next request; longer than the 60 seconds after which common load
     *     balancers close, so that they close first
     * @param body for a request's body to arrive
     * @param drain for requests in flight, once the server was told to stop
     */
    record Patience(Duration firstRequest, Duration nextRequest, Duration body, Duration drain) {

        static final Patience DEFAULT = new Patience(
                Duration.ofSeconds(10), Duration.ofSeconds(75), Duration.ofSeconds(30), Duration.ofSeconds(20));

        /**
         * For a connection on which nothing moves at all, such as one whose client takes no answer. Longer than each of the
         * others, which end a connection in a friendlier way.
         */
        Duration idle() {
            return Stream.of(firstRequest, nextRequest, body)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .plusSeconds(1);
        }

        Patience withDrain(Duration other) {
            return new Patience(firstRequest, nextRequest, body, other);
        }

        Patience withBody(Duration other) {
            return new Patience(firstRequest, nextRequest, other, drain);
        }
    }

    Limits withMaxBody(int bytes) {
        return new Limits(bytes, maxConcurrent, patience);
    }

    Limits withMaxConcurrent(int requests) {
        return new Limits(maxBody, requests, patience);
    }

    Limits with(Patience other) {
        return new Limits(maxBody, maxConcurrent, other);
    }
}
