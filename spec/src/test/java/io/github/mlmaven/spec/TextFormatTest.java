package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.TextFormat.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFormatTest {

    static Stream<TextFormat> formats() {
        return Stream.of(
                TextFormat.PLAIN,
                TextFormat.PLAIN.withDelimiter(";"),
                TextFormat.PLAIN.withDelimiter("\t").withQuote("'"),
                TextFormat.PLAIN.withQuote("").withComment("#"),
                TextFormat.PLAIN.with(new Numerals(",", Optional.of("."))).with(Encoding.WINDOWS_1252),
                TextFormat.PLAIN.with(new Numerals(".", Optional.of("_"))),
                TextFormat.PLAIN.withNames(List.of("a", "b: c", "\"")));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void what_a_format_says_of_itself_is_that_format(TextFormat format) {
        assertThat(TextFormat.of(format.yaml())).isEqualTo(format);
    }
}
