package io.github.mlmaven.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** A stretch of the Gregorian calendar in UTC, by which rows are cut into slices; from the finest to the coarsest. */
public enum CalendarUnit {
    /** A day. */
    DAY {
        @Override
        long ofDay(LocalDate day) {
            return day.toEpochDay();
        }

        @Override
        public long firstDay(long number) {
            return number;
        }

        @Override
        public String text(long number) {
            return LocalDate.ofEpochDay(number).toString();
        }
    },
    /** From Monday to Sunday, as ISO 8601 counts weeks. */
    WEEK {
        @Override
        long ofDay(LocalDate day) {
            return Math.floorDiv(day.toEpochDay() + DAYS_FROM_MONDAY, DAYS);
        }

        @Override
        public long firstDay(long number) {
            return number * DAYS - DAYS_FROM_MONDAY;
        }

        @Override
        public String text(long number) {
            LocalDate monday = LocalDate.ofEpochDay(firstDay(number));
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    monday.get(IsoFields.WEEK_BASED_YEAR),
                    monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    /** A month. */
    MONTH {
        @Override
        long ofDay(LocalDate day) {
            return MONTHS * day.getYear() + day.getMonthValue() - 1L;
        }

        @Override
        public long firstDay(long number) {
            return LocalDate.of((int) (number / MONTHS), (int) (number % MONTHS) + 1, 1)
                    .toEpochDay();
        }

        @Override
        public String text(long number) {
            return String.format(Locale.ROOT, "%04d-%02d", number / MONTHS, number % MONTHS + 1);
        }
    },
    /** Three months, from January, April, July or October on. */
    QUARTER {
        @Override
        long ofDay(LocalDate day) {
            return QUARTERS * day.getYear() + (day.getMonthValue() - 1) / (MONTHS / QUARTERS);
        }

        @Override
        public long firstDay(long number) {
            return MONTH.firstDay(number * (MONTHS / QUARTERS));
        }

        @Override
        public String text(long number) {
            return String.format(Locale.ROOT, "%04d-Q%d", number / QUARTERS, number % QUARTERS + 1);
        }
    },
    /** A year. */
    YEAR {
        @Override
        long ofDay(LocalDate day) {
            return day.getYear();
        }

        @Override
        public long firstDay(long number) {
            return LocalDate.of((int) number, 1, 1).toEpochDay();
        }

        @Override
        public String text(long number) {
            return String.format(Locale.ROOT, "%04d", number);
        }
    };

    private static final long DAYS = 7;
    /** The first of January 1970 was a Thursday. */
    private static final long DAYS_FROM_MONDAY = ChronoUnit.DAYS.between(LocalDate.of(1969, 12, 29), LocalDate.EPOCH);

    private static final long MONTHS = 12;
    private static final long QUARTERS = 4;

    /**
     * The number of the unit in which a day is: that of the next unit is one more.
     *
     * @param day since 1970-01-01, of the years from 1 to 9999
     */
    public long of(long day) {
        return ofDay(LocalDate.ofEpochDay(day));
    }

    abstract long ofDay(LocalDate day);

    /** The first day of a unit, since 1970-01-01. */
    public abstract long firstDay(long number);

    /** The last day of a unit, since 1970-01-01. */
    public long lastDay(long number) {
        return firstDay(number + 1) - 1;
    }

    /** As ISO 8601 writes it: {@code 2026-01-31}, {@code 2026-W05}, {@code 2026-01}, {@code 2026}; {@code 2026-Q1}. */
    public abstract String text(long number);
}
