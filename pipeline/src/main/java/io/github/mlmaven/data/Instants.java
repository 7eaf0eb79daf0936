package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Tick;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times of a database as whole numbers, of which two stand for its infinities. */
final class Instants {

    static final long LATER_THAN_ALL = Long.MAX_VALUE;

    static final long EARLIER_THAN_ALL = -Long.MAX_VALUE;

    private static final int FARTHEST_YEAR = 200_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Instants() {}

    /** Days since 1970-01-01. */
    static long days(LocalDate date) {
        return Math.abs(date.getYear()) > FARTHEST_YEAR ? infinity(date.getYear()) : date.toEpochDay();
    }

    /** Microseconds since 1970-01-01T00:00 on the same clock. */
    static long micros(String column, LocalDateTime time) {
        if (Math.abs(time.getYear()) > FARTHEST_YEAR) {
            return infinity(time.getYear());
        }
        long nanos = time.toLocalTime().toNanoOfDay();
        if (nanos % NANOS_PER_MICRO != 0) {
            throw new MlException(
                    "Column '%s' of the query has %s, which is between two microseconds.".formatted(column, time),
                    "Round it in the query: cast(%s as timestamp(6)).".formatted(column));
        }
        return time.toLocalDate().toEpochDay() * Tick.MICROSECOND.perDay() + nanos / NANOS_PER_MICRO;
    }

    static long micros(String column, OffsetDateTime time) {
        return Math.abs(time.getYear()) > FARTHEST_YEAR
                ? infinity(time.getYear())
                : micros(column, time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    private static long infinity(int year) {
        return year > 0 ? LATER_THAN_ALL : EARLIER_THAN_ALL;
    }
}
