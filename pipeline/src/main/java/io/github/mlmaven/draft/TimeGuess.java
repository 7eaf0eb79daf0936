package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the texts of a column are dates or timestamps, by a pattern that reads all of them in one way alone. */
final class TimeGuess {

    private static final String NAMES =
            ".*(date|datum)|(.*[^a-z])?(date|datum|day|tag|dt|ymd|dob|birthday|stichtag)([^a-z].*)?";

    private TimeGuess() {}

    /** Empty where they are no dates; a text where they are, and nobody can tell which. */
    static Optional<Guess> of(SeenColumn column) {
        List<TimePattern> patterns = column.forms().times().patterns();
        boolean written = column.forms().only(TextForm.DATE);
        if (patterns.isEmpty()) {
            return written
                    ? Optional.of(Guess.text("dates or times of no pattern that tells them all, such as "
                            + column.forms().example(TextForm.DATE)))
                    : Optional.empty();
        }
        if (!written && !isNamed(column)) {
            return Optional.empty();
        }
        return Optional.of(
                column.forms().times().isDoubtful() ? doubt(column) : Guess.time(patterns.get(0), reason(column)));
    }

    private static boolean isNamed(SeenColumn column) {
        return column.forms().only(TextForm.WHOLE)
                && column.name().toLowerCase(Locale.ROOT).matches(NAMES);
    }

    private static String reason(SeenColumn column) {
        TimePattern pattern = column.forms().times().patterns().get(0);
        String order = column.forms()
                .times()
                .asIn()
                .map(other -> "the %s first, as in '%s'; "
                        .formatted(pattern.order().name().toLowerCase(Locale.ROOT), other))
                .orElse("");
        String zone = pattern.type() == ColumnType.TIMESTAMP
                        && !column.forms().example(TextForm.DATE).matches(".*(Z|[+-]\\d{2}:\\d{2})")
                ? "times without an offset are read as UTC: say zone: Europe/Berlin, or where they are from; "
                : "";
        return order + zone + "no input unless features has a transform of it, such as encode: calendar";
    }

    private static Guess doubt(SeenColumn column) {
        List<TimePattern> patterns = column.forms().times().patterns();
        String first = patterns.get(0).format().orElseThrow();
        String other = patterns.stream()
                .filter(patterns.get(0)::isTwisted)
                .findFirst()
                .flatMap(TimePattern::format)
                .orElseThrow();
        return Guess.text("dates, and no first or second number is above 12: write type: "
                + patterns.get(0).type().name().toLowerCase(Locale.ROOT) + " with format: " + first + ", or with "
                + other);
    }
}
