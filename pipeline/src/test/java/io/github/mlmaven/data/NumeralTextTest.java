package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.TextFormat.Numerals;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumeralTextTest {

    private static final NumeralText GERMAN = new NumeralText(new Numerals(",", Optional.of(".")));
    private static final NumeralText FRENCH = new NumeralText(new Numerals(",", Optional.of(" ")));
    private static final NumeralText ENGLISH = new NumeralText(new Numerals(".", Optional.of(",")));
    private static final NumeralText COMMA = new NumeralText(new Numerals(",", Optional.empty()));

    @TempDir
    Path directory;

    @Test
    void a_decimal_comma_stands_where_the_point_stands() {
        assertThat(COMMA.number("44,2")).hasValue(44.2);
        assertThat(COMMA.number("-,5e-3")).hasValue(-0.0005);
        assertThat(COMMA.number("7")).hasValue(7);
        assertThat(COMMA.number(" 7, ")).hasValue(7);
        assertThat(COMMA.whole("1234567,00")).hasValue(1_234_567);
        for (String none : List.of("44.2", "4,4,2", ",", "1.000", "1_000", "+-1", "0x10", "NaN", "")) {
            assertThat(COMMA.number(none)).as(none).isEmpty();
        }
    }

    @Test
    void thousands_are_separated_throughout_or_not_at_all() {
        assertThat(GERMAN.number("1.234.567,5")).hasValue(1_234_567.5);
        assertThat(GERMAN.number("1234567,5")).hasValue(1_234_567.5);
        assertThat(GERMAN.whole("-123.456.789.012.345.678")).hasValue(-123_456_789_012_345_678L);
        assertThat(FRENCH.number(" 1 234,5 ")).hasValue(1_234.5);
        assertThat(ENGLISH.number("12,345.678")).hasValue(12_345.678);
        for (String none :
                List.of("1.23", "1234.567", "1.2345", ".123", "1..234", "1.234.56,7", "1,234.5", "12.345.")) {
            assertThat(GERMAN.number(none)).as(none).isEqualTo(OptionalDouble.empty());
            assertThat(GERMAN.whole(none)).as(none).isEqualTo(OptionalLong.empty());
        }
    }

    @Test
    void the_engine_reads_the_same() throws IOException {
        List<String> texts = Stream.of(
                        "44,2 44.2 1.234 1,234 1.234,5 1,234.5 1234.567 12345678,9 -1.234.567 ,5 .5 5, 5. 1,2,3 1.2.3"
                                .split(" "),
                        new String[] {
                            " 1 234,5 ", "1 234", "12 34", "\t7\n", "", "x", "1e5", "1,5E-3", "+1.000e2", "--1"
                        })
                .flatMap(Stream::of)
                .toList();
        Engine.Reach reach = new Engine.Reach(List.of(), directory);
        try (Engine engine = Engine.start(new BuildLimits(1, 256), reach)) {
            for (NumeralText numerals : List.of(NumeralText.PLAIN, GERMAN, FRENCH, ENGLISH, COMMA)) {
                for (String text : texts) {
                    String plain = numerals.sql(Sql.literal(text));
                    OptionalDouble found = engine.one(
                            "select case when not (%s) then try_cast(%s as double) end"
                                    .formatted(Casts.isOdd(plain), plain),
                            row -> row.getString(1) == null
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(row.getDouble(1)));
                    assertThat(found).as(text).isEqualTo(numerals.number(text));
                }
            }
        }
    }
}
