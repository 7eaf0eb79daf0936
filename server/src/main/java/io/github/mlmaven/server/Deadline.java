package io.github.mlmaven.server;

import io.vertx.core.Vertx;
import java.time.Duration;

/** The one thing that a connection's client has to do in time. Used on the connection's event loop alone. */
final class Deadline {

    private static final long NONE = -1;

    private final Vertx vertx;
    private long timer = NONE;

    Deadline(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs something unless the next call comes first. */
    void in(Duration time, Runnable otherwise) {
        clear();
        timer = vertx.setTimer(Math.max(1, time.toMillis()), id -> otherwise.run());
    }

    void clear() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }
}
