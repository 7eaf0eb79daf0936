package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day that a build is told by {@code ml.today}. */
final class Today {

    private Today() {}

    /**
     * The day as ISO 8601 writes it; empty where nobody says one.
     *
     * @throws MlException if it is none
     */
    static Optional<String> of(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(said.strip()).toString());
        } catch (DateTimeException e) {
            throw new MlException(
                    "ml.today is '" + said + "', which is no day.", "Write a date: -Dml.today=2026-01-31.", e);
        }
    }
}
