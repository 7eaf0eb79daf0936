package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.BooleanTexts;
import io.github.mlmaven.spec.YesOrNo;
import java.util.List;
import java.util.Optional;

/**
 * What the values of a column seem to be.
 *
 * @param values those of a category that are to be listed, or of a boolean that is written in other words
 * @param input whether a model can learn from them
 * @param reason a phrase, empty where the type speaks for itself
 * @param time how dates and timestamps are written
 */
record Guess(ColumnType type, List<String> values, boolean input, String reason, Optional<TimePattern> time) {

    Guess {
        values = List.copyOf(values);
    }

    static Guess of(ColumnType type, String reason) {
        return new Guess(type, List.of(), type != ColumnType.TEXT, reason, Optional.empty());
    }

    /** A text, which no model learns from unless somebody says how. */
    static Guess text(String reason) {
        return of(ColumnType.TEXT, reason);
    }

    /** A date or timestamp, which no model learns from unless somebody says how. */
    static Guess time(TimePattern pattern, String reason) {
        return new Guess(pattern.type(), List.of(), false, reason, Optional.of(pattern));
    }

    static Guess category(List<String> values, String reason) {
        return new Guess(ColumnType.CATEGORY, values, true, reason, Optional.empty());
    }

    /** A boolean that says yes and no in words of its own, which are its values. */
    static Guess worded(List<String> values, String reason) {
        return new Guess(ColumnType.BOOLEAN, values, true, reason, Optional.empty());
    }

    /** The texts of a boolean that are listed: none where it is written as booleans are. */
    BooleanTexts booleans() {
        return YesOrNo.of(values)
                .filter(words -> type == ColumnType.BOOLEAN)
                .map(words -> new BooleanTexts(
                        values.stream().filter(words::isYes).toList(),
                        values.stream().filter(value -> !words.isYes(value)).toList()))
                .orElse(BooleanTexts.USUAL);
    }

    /** The same as a category: what is predicted has labels, whose words tell more than true and false. */
    Guess asLabel() {
        return booleans().isUsual() ? this : category(values, reason);
    }

    Guess asInput() {
        return new Guess(type, values, true, "", time);
    }

    Guess noInput(String why) {
        return new Guess(type, values, false, why, time);
    }

    /** Whether it is no input by its type alone, without a word. */
    boolean isNote() {
        return type == ColumnType.TEXT || time.isPresent();
    }
}
