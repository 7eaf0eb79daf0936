package io.github.mlmaven.draft;

import java.util.Optional;
import java.util.stream.IntStream;

/** A share of missing values that is not soon exceeded: half as much again as was seen, and a round number. */
final class MissingShare {

    private static final double ROOM = 1.5;
    private static final int[] PERCENT = {1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90};

    private MissingShare() {}

    /** None where nearly all may be missing. */
    static Optional<String> above(double seen) {
        return IntStream.of(PERCENT)
                .filter(percent -> percent >= 100 * seen * ROOM)
                .mapToObj(percent -> percent + "%")
                .findFirst();
    }
}
