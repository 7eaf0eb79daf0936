package io.github.mlmaven.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;

/** What a time is counted in, from 1970-01-01T00:00Z on. Years are those from 1 to 9999 of the Gregorian calendar. */
public enum Tick {
    /** A day of the calendar. */
    DAY(1) {
        @Override
        public String text(long value) {
            return LocalDate.ofEpochDay(value).toString();
        }

        @Override
        long parsed(String text) {
            return LocalDate.parse(text, ISO_DAY).toEpochDay();
        }
    },

    /** An instant, to the microsecond. */
    MICROSECOND(86_400_000_000L) {
        @Override
        public String text(long value) {
            return Instant.EPOCH.plus(value, ChronoUnit.MICROS).toString();
        }

        @Override
        long parsed(String text) {
            return of(OffsetDateTime.parse(text, ISO_INSTANT).toInstant());
        }
    };

    private static final DateTimeFormatter ISO_DAY = DateTimeFormatter.ISO_LOCAL_DATE
            .withResolverStyle(ResolverStyle.STRICT)
            .withLocale(Locale.ROOT);
    private static final DateTimeFormatter ISO_INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME
            .withResolverStyle(ResolverStyle.STRICT)
            .withLocale(Locale.ROOT);
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long AFTER_LAST_DAY = LocalDate.of(10_000, 1, 1).toEpochDay();

    private final long perDay;

    Tick(long perDay) {
        this.perDay = perDay;
    }

    /**
     * What values of a type are counted in.
     *
     * @param type of times
     */
    public static Tick of(ColumnType type) {
        return switch (type) {
            case DATE -> DAY;
            case TIMESTAMP -> MICROSECOND;
            case NUMBER, INTEGER, CATEGORY, BOOLEAN, TEXT -> throw new IllegalArgumentException(type + " is no time");
        };
    }

    /** How many there are in a day. */
    public long perDay() {
        return perDay;
    }

    /** Days since 1970-01-01T00:00Z: the nearest double. */
    public double days(long value) {
        return (double) value / perDay;
    }

    /** Whether a value is of the years from 1 to 9999. */
    public boolean isWithin(long value) {
        return FIRST_DAY * perDay <= value && value < AFTER_LAST_DAY * perDay;
    }

    /** As ISO 8601 writes it: {@code 2026-01-31}, {@code 2026-01-31T10:15:30Z}. */
    public abstract String text(long value);

    /**
     * What ISO 8601 says: of a day {@code 2026-01-31}; of an instant {@code 2026-01-31T10:15:30.5+01:00} with an offset or
     * {@code Z}, without seconds where they are 0.
     *
     * @return empty where the text says something else, or less than a microsecond
     */
    public OptionalLong read(String text) {
        try {
            long value = parsed(text);
            return isWithin(value) ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException e) {
            // No such time, or one between two ticks: what a text is that is none is the caller's to say.
            return OptionalLong.empty();
        }
    }

    abstract long parsed(String text);

    /**
     * The microseconds of an instant.
     *
     * @throws ArithmeticException if it is between two, or so far away that they cannot be counted
     */
    public static long of(Instant instant) {
        if (instant.getNano() % 1_000 != 0) {
            throw new ArithmeticException(instant + " is between two microseconds");
        }
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    /** The microseconds of a time of the calendar, as if it were in UTC. */
    public static long midnight(LocalDate day) {
        return of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
