package io.github.mlmaven.draft;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date or timestamp whose latest rows are tested: the rows are in its order, so that a model will predict what comes later.
 *
 * @param reason a phrase
 */
record TimeSplitGuess(String column, String reason) {

    /** Of fewer times, a share of the rows cannot be told from the others. */
    private static final int FEWEST = 20;

    /** The first column by which all rows are in order. */
    static Optional<TimeSplitGuess> among(SeenTable table) {
        return table.columns().stream()
                .filter(column -> isOrder(column, table.times().get(column.name())))
                .findFirst()
                .map(column -> new TimeSplitGuess(
                        column.name(),
                        "the rows are in the order of '" + column.name() + "': the latest of them test"));
    }

    private static boolean isOrder(SeenColumn column, SeenTimes.@Nullable Facts times) {
        return times != null
                && times.ordered()
                && column.size().missing() == 0
                && column.size().distinct() >= FEWEST;
    }
}
