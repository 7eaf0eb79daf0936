package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import java.util.List;

/**
 * What the values of a column seem to be.
 *
 * @param values those of a category that are to be listed
 * @param input whether a model can learn from them
 * @param reason a phrase, empty where the type speaks for itself
 */
record Guess(ColumnType type, List<String> values, boolean input, String reason) {

    Guess {
        values = List.copyOf(values);
    }

    static Guess of(ColumnType type, String reason) {
        return new Guess(type, List.of(), type != ColumnType.TEXT, reason);
    }

    /** A text, which no model learns from unless somebody says how. */
    static Guess text(String reason) {
        return of(ColumnType.TEXT, reason);
    }

    static Guess category(List<String> values, String reason) {
        return new Guess(ColumnType.CATEGORY, values, true, reason);
    }

    Guess noInput(String why) {
        return new Guess(type, values, false, why);
    }
}
