package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.TimeFormat;
import io.github.mlmaven.spec.TimeTexts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way of writing dates or timestamps.
 *
 * @param format as in model.yaml; empty for ISO 8601
 * @param order what the first number is
 */
record TimePattern(ColumnType type, Optional<String> format, Order order) {

    /** Which of a date's parts comes first. */
    enum Order {
        YEAR,
        DAY,
        MONTH
    }

    private static final List<String> BY_YEAR = List.of("uuuu/MM/dd", "uuuu/M/d", "uuuu.MM.dd", "uuuu-M-d");
    private static final List<String> BY_DAY = List.of(
            "dd.MM.uuuu", "d.M.uuuu", "dd/MM/uuuu", "d/M/uuuu", "dd-MM-uuuu", "d-M-uuuu", "dd-MMM-uuuu", "d MMM uuuu");
    private static final List<String> BY_MONTH =
            List.of("MM/dd/uuuu", "M/d/uuuu", "MM-dd-uuuu", "M-d-uuuu", "MMM d, uuuu", "MMM d uuuu");
    private static final List<String> HOURS = List.of("HH:mm", "HH:mm:ss", "H:mm", "H:mm:ss", "h:mm a", "h:mm:ss a");

    /** The strictest and most usual first. */
    static final List<TimePattern> ALL = Stream.of(
                    Stream.of(
                            new TimePattern(ColumnType.DATE, Optional.empty(), Order.YEAR),
                            new TimePattern(ColumnType.TIMESTAMP, Optional.empty(), Order.YEAR)),
                    ordered(BY_YEAR, Order.YEAR),
                    ordered(BY_DAY, Order.DAY),
                    ordered(BY_MONTH, Order.MONTH),
                    Stream.of(of("uuuuMMdd", ColumnType.DATE, Order.YEAR)))
            .flatMap(patterns -> patterns)
            .toList();

    private static Stream<TimePattern> ordered(List<String> days, Order order) {
        return days.stream()
                .flatMap(day -> Stream.concat(
                        Stream.of(of(day, ColumnType.DATE, order)),
                        HOURS.stream().map(hour -> of(day + " " + hour, ColumnType.TIMESTAMP, order))));
    }

    private static TimePattern of(String format, ColumnType type, Order order) {
        return new TimePattern(type, Optional.of(format), order);
    }

    /** Whether a day is digits alone, which could be a whole number too. */
    boolean isDigits() {
        return format.equals(Optional.of("uuuuMMdd"));
    }

    /** What stands behind the first number. */
    Optional<Character> separator() {
        return format.map(letters -> letters.replaceAll("[a-zA-Z]", ""))
                .filter(marks -> !marks.isEmpty())
                .map(marks -> marks.charAt(0));
    }

    TimeFormat written() {
        return new TimeFormat(format, TimeFormat.ISO.zone());
    }

    /** What reads such texts. */
    TimeTexts texts() {
        return TimeTexts.of(type, written());
    }

    /** The same with the first two numbers the other way round. */
    boolean isTwisted(TimePattern other) {
        return type == other.type() && order != other.order() && order != Order.YEAR && other.order() != Order.YEAR;
    }
}
