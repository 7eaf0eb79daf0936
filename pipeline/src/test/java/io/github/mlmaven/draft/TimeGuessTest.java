package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.TimeFormat;
import io.github.mlmaven.spec.TimeTexts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeGuessTest {

    private static final String NO_INPUT = "no input unless features has a transform of it, such as encode: calendar";

    /** Values are separated by bars. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
                    2024-01-31|2024-02-01                   ; date      ;
                    2024-1-31|2024-02-01                    ; date      ; uuuu-M-d
                    31.01.2024|01.02.2024                   ; date      ; dd.MM.uuuu
                    31.01.2024|1.2.2024                     ; date      ; d.M.uuuu
                    31/01/2024|01/02/2024                   ; date      ; dd/MM/uuuu
                    01/31/2024|01/02/2024                   ; date      ; MM/dd/uuuu
                    1/31/2024|1/2/2024                      ; date      ; M/d/uuuu
                    31-01-2024|01-02-2024                   ; date      ; dd-MM-uuuu
                    2024/01/31|2024/02/01                   ; date      ; uuuu/MM/dd
                    31-Jan-2024|01-Feb-2024                 ; date      ; dd-MMM-uuuu
                    Jan 31, 2024|Feb 1, 2024                ; date      ; MMM d, uuuu
                    Jan 31 2024|Feb 1 2024                  ; date      ; MMM d uuuu
                    2024-01-31T10:15:00Z|2024-02-01 00:00   ; timestamp ;
                    31.01.2024 10:15|01.02.2024 09:00       ; timestamp ; dd.MM.uuuu HH:mm
                    31.01.2024 10:15:30|01.02.2024 09:00:00 ; timestamp ; dd.MM.uuuu HH:mm:ss
                    1/31/2024 1:05 PM|2/1/2024 11:30 AM     ; timestamp ; M/d/uuuu h:mm a
                    """)
    void a_format_reads_every_value(String values, String type, String format) {
        List<String> texts = List.of(values.split("\\|"));

        Guess guess = TypeGuess.of(Seen.decided("sold", texts));

        assertThat(guess.type()).hasToString(type.toUpperCase(Locale.ROOT));
        assertThat(guess.time().flatMap(TimePattern::format)).isEqualTo(Optional.ofNullable(format));
        assertThat(guess.input()).isFalse();
        TimeTexts reader = TimeTexts.of(guess.type(), new TimeFormat(Optional.ofNullable(format), "UTC"));
        assertThat(texts).allSatisfy(text -> assertThat(reader.read(text)).isPresent());
    }

    @Test
    void a_date_that_can_be_read_in_two_ways_is_a_text_with_both() {
        assertThat(TypeGuess.of(Seen.decided("sold", List.of("01/02/2024", "03/04/2024"))))
                .isEqualTo(Guess.text("dates, and no first or second number is above 12: write type: date with format:"
                        + " dd/MM/uuuu, or with MM/dd/uuuu"));
        assertThat(TypeGuess.of(Seen.decided("sold", List.of("1/2/2024 10:00", "3/4/2024 11:00")))
                        .reason())
                .endsWith("write type: timestamp with format: d/M/uuuu HH:mm, or with M/d/uuuu HH:mm");
    }

    @Test
    void another_column_that_is_written_alike_tells_what_comes_first() {
        SeenColumn doubtful = Seen.column("sold", List.of("01/02/2024", "03/04/2024"));
        SeenColumn sure = Seen.column("built", List.of("31/12/1999", "01/01/2000"));
        SeenColumn dotted = Seen.column("seen", List.of("31.12.1999", "01.01.2000"));
        SeenColumn twisted = Seen.column("paid", List.of("12/31/1999", "01/01/2000"));

        assertThat(type(doubtful, sure)).isEqualTo(ColumnType.DATE);
        assertThat(SeenTable.decided(List.of(doubtful, sure)).columns().get(0))
                .satisfies(column -> assertThat(TypeGuess.of(column).reason())
                        .isEqualTo("the day first, as in 'built'; " + NO_INPUT));
        assertThat(type(doubtful, dotted)).isEqualTo(ColumnType.TEXT);
        assertThat(type(doubtful, sure, twisted)).isEqualTo(ColumnType.TEXT);
    }

    private static ColumnType type(SeenColumn... columns) {
        return TypeGuess.of(SeenTable.decided(List.of(columns)).columns().get(0))
                .type();
    }

    @Test
    void digits_are_a_date_only_by_the_name_of_their_column() {
        List<String> digits = List.of("20240131", "20240201");

        assertThat(TypeGuess.of(Seen.decided("sale_date", digits)).type()).isEqualTo(ColumnType.DATE);
        assertThat(TypeGuess.of(Seen.decided("amount", digits)).type()).isEqualTo(ColumnType.INTEGER);
        assertThat(TypeGuess.of(Seen.decided("date", List.of("20240131", "20241301")))
                        .type())
                .isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void one_value_that_no_format_reads_keeps_the_column_a_text_and_is_no_reason_to_guess() {
        String reason = "dates or times of no pattern that tells them all, such as ";

        assertThat(TypeGuess.of(Seen.decided("sold", List.of("31.01.2024", "30.02.2024"))))
                .isEqualTo(Guess.text(reason + "31.01.2024"));
        assertThat(TypeGuess.of(Seen.decided("sold", List.of("31.01.24", "01.02.24"))))
                .isEqualTo(Guess.text(reason + "31.01.24"));
        assertThat(TypeGuess.of(Seen.decided("at", List.of("10:15", "11:30")))).isEqualTo(Guess.text(reason + "10:15"));
    }

    @Test
    void a_dash_among_dates_is_a_missing_one() {
        SeenTable table = SeenTable.decided(List.of(Seen.column("sold", List.of("2024-01-31", "-", "2024-02-01"))));

        assertThat(table.missing()).containsExactly("-");
        assertThat(TypeGuess.of(table.columns().get(0)).type()).isEqualTo(ColumnType.DATE);
    }

    @Test
    void times_without_an_offset_say_that_somebody_has_to_name_their_zone() {
        assertThat(TypeGuess.of(Seen.decided("at", List.of("2024-01-31 10:15", "2024-02-01 00:00")))
                        .reason())
                .isEqualTo("times without an offset are read as UTC: say zone: Europe/Berlin, or where they are from; "
                        + NO_INPUT);
        assertThat(TypeGuess.of(Seen.decided("at", List.of("2024-01-31T10:15+01:00", "2024-02-01T00:00Z")))
                        .reason())
                .isEqualTo(NO_INPUT);
    }
}
