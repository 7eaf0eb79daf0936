package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day that a build is told by {@code ml.today}. */
final class Today {

    private Today() {}

    /**
     * The day as ISO 8601 writes it, of the years 1 to 9999; empty where nobody says one.
     *
     * @throws MlException if it is none
     */
    static Optional<String> of(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(said.strip());
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw noDay(said);
            }
            return Optional.of(day.toString());
        } catch (DateTimeException e) {
            throw noDay(said);
        }
    }

    /** The day of a moment, in UTC. */
    static String at(Date moment) {
        return moment.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static MlException noDay(String said) {
        return new MlException("ml.today is '" + said + "', which is no day.", "Write a date: -Dml.today=2026-01-31.");
    }
}
