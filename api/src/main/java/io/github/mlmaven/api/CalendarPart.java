package io.github.mlmaven.api;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A number that the Gregorian calendar tells of a time. */
public enum CalendarPart {
    /** The year. */
    YEAR,
    /** From 1 to 12. */
    MONTH,
    /** The day of the month, from 1 to 31. */
    DAY,
    /** From 1 for Monday to 7. */
    DAY_OF_WEEK,
    /** From 1 to 366. */
    DAY_OF_YEAR,
    /** From 0 to 23. */
    HOUR;

    private static final long SECONDS_A_DAY = 86_400;

    /**
     * The part of a row's time; NaN where it is missing.
     *
     * @param offset minutes that the clock is ahead of UTC; of a day nothing
     */
    public double of(Column.Times times, int row, int offset) {
        long value = times.values()[row];
        if (value == Column.Times.MISSING) {
            return Double.NaN;
        }
        long seconds = times.tick() == Tick.DAY
                ? value * SECONDS_A_DAY
                : Math.floorDiv(value, Tick.MICROSECOND.perDay() / SECONDS_A_DAY) + 60L * offset;
        LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return switch (this) {
            case YEAR -> local.getYear();
            case MONTH -> local.getMonthValue();
            case DAY -> local.getDayOfMonth();
            case DAY_OF_WEEK -> local.getDayOfWeek().getValue();
            case DAY_OF_YEAR -> local.getDayOfYear();
            case HOUR -> local.getHour();
        };
    }
}
