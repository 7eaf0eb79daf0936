package io.github.mlmaven.measure;

import java.util.function.IntConsumer;

/** Does pieces of work that have nothing to do with each other. */
@FunctionalInterface
public interface Tasks {

    /** One after another. */
    Tasks IN_TURN = (count, task) -> {
        for (int i = 0; i < count; i++) {
            task.accept(i);
        }
    };

    /**
     * Does them, in any order and on any threads, and returns when all are done.
     *
     * @param task gets each number from 0 up to the count once; what it throws is thrown here
     */
    void each(int count, IntConsumer task);
}
