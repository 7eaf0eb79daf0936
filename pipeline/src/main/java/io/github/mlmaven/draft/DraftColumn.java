package io.github.mlmaven.draft;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A column of the draft.
 *
 * @param guess its type, and why
 * @param range the numbers that it may have
 * @param since the first day that it may have
 * @param missing its share of rows without a value
 * @param role what it is for
 */
record DraftColumn(
        String name,
        Guess guess,
        Optional<FormCounts.Range> range,
        Optional<LocalDate> since,
        double missing,
        Role role) {

    /** The same, of dates from a day on. */
    DraftColumn since(Optional<LocalDate> day) {
        return new DraftColumn(name, guess, range, day, missing, role);
    }

    /** The same, of which the parts are inputs if it is a date or timestamp. */
    DraftColumn asCalendar() {
        return role == Role.NOTE && guess.time().isPresent()
                ? new DraftColumn(name, guess.asInput(), range, since, missing, Role.CALENDAR)
                : this;
    }

    /** What a column is for. */
    enum Role {
        LABEL,
        ID,
        INPUT,
        /** A date or timestamp whose parts are inputs, since there is nothing else to predict from. */
        CALENDAR,
        /** It could be an input by its type, and is kept from it. */
        DROPPED,
        /** A text, date or timestamp, which is none by its type. */
        NOTE;

        /** Whether a model learns from it. */
        boolean isInput() {
            return this == INPUT || this == CALENDAR;
        }
    }
}
