package io.github.mlmaven.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarUnitTest {

    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    /** The JDK's own text of a day's unit. */
    private static final Map<CalendarUnit, DateTimeFormatter> ORACLE = Map.of(
            CalendarUnit.DAY, DateTimeFormatter.ISO_LOCAL_DATE,
            CalendarUnit.WEEK, DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.forLanguageTag("en-DE")),
            CalendarUnit.MONTH, DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT),
            CalendarUnit.QUARTER, DateTimeFormatter.ofPattern("uuuu-'Q'q", Locale.ROOT),
            CalendarUnit.YEAR, DateTimeFormatter.ofPattern("uuuu", Locale.ROOT));

    @Test
    void a_day_is_in_the_unit_that_the_calendar_says() {
        for (long day = LocalDate.of(1969, 12, 20).toEpochDay(); day < 12_000; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            for (CalendarUnit unit : CalendarUnit.values()) {
                assertThat(unit.text(unit.of(day))).isEqualTo(date.format(ORACLE.get(unit)));
            }
        }
    }

    @Test
    void units_follow_one_another_without_a_gap() {
        for (CalendarUnit unit : CalendarUnit.values()) {
            long number = unit.of(FIRST);
            for (long day = FIRST; day <= LAST; day += 1 + (day % 97 + 97) % 97) {
                long next = unit.of(day);
                assertThat(next).isGreaterThanOrEqualTo(number);
                assertThat(unit.firstDay(next)).isLessThanOrEqualTo(day);
                assertThat(unit.lastDay(next)).isGreaterThanOrEqualTo(day);
                assertThat(unit.of(unit.firstDay(next))).isEqualTo(next);
                number = next;
            }
            assertThat(unit.lastDay(unit.of(LAST))).isGreaterThanOrEqualTo(LAST);
        }
    }
}
