package io.github.mlmaven.train;

import io.github.mlmaven.data.Part;
import io.github.mlmaven.text.Json;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** A row of every type of column, as a file and as a request write it. */
record GeneratedRow(Part part, Numbers numbers, Words words, Times times) {

    static final List<String> NAMES =
            List.of("number", "unit", "whole", "flag", "rank", "listed", "open", "day", "moment");

    static final String COLUMNS = """
              number: {type: number}
              unit: {type: number}
              whole: {type: integer}
              flag: {type: boolean}
              rank: {type: category, values: [low, mid, "h,igh"], ordered: true}
              listed: {type: category, values: [a, "b \\"q\\"", ü漢😀]}
              open: {type: category}
              day: {type: date, format: d.M.yyyy}
              moment: {type: timestamp, zone: Europe/Berlin}
            """;

    record Numbers(Optional<Double> number, Optional<Double> unit, Optional<Long> whole, Optional<Boolean> flag) {}

    record Words(Optional<String> rank, Optional<String> listed, Optional<String> open) {}

    /** @param moment in Berlin, at no hour that comes twice or never */
    record Times(Optional<LocalDate> day, Optional<LocalDateTime> moment) {

        private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

        static Arbitrary<Times> any() {
            Arbitrary<LocalDate> days =
                    Arbitraries.longs().between(-719_162, 2_932_896).map(LocalDate::ofEpochDay);
            Arbitrary<LocalDateTime> moments = Combinators.combine(
                            Arbitraries.longs().between(-30_000, 30_000),
                            Arbitraries.longs().between(4 * 3_600_000_000L, 86_399_999_999L))
                    .as((day, micros) -> LocalDate.ofEpochDay(day).atTime(LocalTime.ofNanoOfDay(micros * 1_000)));
            return Combinators.combine(maybe(days), maybe(moments)).as(Times::new);
        }

        String csvDay() {
            return day.map(DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT)::format)
                    .orElse("");
        }

        String csvMoment() {
            return moment.map(LocalDateTime::toString).orElse("");
        }

        Optional<String> jsonMoment() {
            return moment.map(
                    local -> local.atZone(BERLIN).toOffsetDateTime().toInstant().toString());
        }
    }

    static Arbitrary<GeneratedRow> any() {
        Arbitrary<Double> number = Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 1.0, 0.1, 1e22, -3.4e38, 3.4e38, Double.MIN_VALUE, 1e-310, 16777217.0),
                Arbitraries.doubles().between(-3e38, 3e38),
                Arbitraries.doubles().between(-10, 10));
        Arbitrary<Long> whole = Arbitraries.oneOf(
                Arbitraries.longs().between(-5, 5),
                Arbitraries.longs().between(-999_999_999_999_999_999L, 999_999_999_999_999_999L));
        Arbitrary<Numbers> numbers = Combinators.combine(
                        maybe(number),
                        maybe(Arbitraries.doubles().between(0, 1)),
                        maybe(whole),
                        maybe(Arbitraries.of(true, false)))
                .as(Numbers::new);
        Arbitrary<Words> words = Combinators.combine(
                        maybe(Arbitraries.of("low", "mid", "h,igh", "other")),
                        maybe(Arbitraries.of("a", "b \"q\"", "ü漢😀", "A", "ü")),
                        maybe(Arbitraries.oneOf(
                                Arbitraries.of("x", "y", "null", "NaN", "1", "true"),
                                Arbitraries.strings()
                                        .withChars("aü漢,'\"\\{}[]=\u2028".toCharArray())
                                        .ofMinLength(1)
                                        .ofMaxLength(4))))
                .as(Words::new);
        return Combinators.combine(Arbitraries.of(Part.TRAIN, Part.TRAIN, Part.TEST), numbers, words, Times.any())
                .as(GeneratedRow::new);
    }

    private static <T> Arbitrary<Optional<T>> maybe(Arbitrary<T> values) {
        return values.optional(0.8);
    }

    /** The values by column, as Java writes them. */
    Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        numbers.number().ifPresent(value -> values.put("number", value));
        numbers.unit().ifPresent(value -> values.put("unit", value));
        numbers.whole().ifPresent(value -> values.put("whole", value));
        numbers.flag().ifPresent(value -> values.put("flag", value));
        words.rank().ifPresent(value -> values.put("rank", value));
        words.listed().ifPresent(value -> values.put("listed", value));
        words.open().ifPresent(value -> values.put("open", value));
        times.day().ifPresent(value -> values.put("day", value.toString()));
        times.jsonMoment().ifPresent(value -> values.put("moment", value));
        return values;
    }

    String csv() {
        Map<String, Object> values = values();
        values.put("day", times.csvDay());
        values.put("moment", times.csvMoment());
        return NAMES.stream().map(name -> cell(values.get(name))).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty()
                ? '"' + text.replace("\"", "\"\"") + '"'
                : value == null ? "" : value.toString();
    }

    String json() {
        return Json.line(values());
    }
}
