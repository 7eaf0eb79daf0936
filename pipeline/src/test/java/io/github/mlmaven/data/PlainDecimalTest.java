package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Numbers are read of bytes as {@link DecimalText} reads them of texts, to the last bit. */
class PlainDecimalTest {

    private static final MissingTexts NONE = new MissingTexts(List.of());

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.bigDecimals().map(number -> number.toString()),
                Arbitraries.longs().map(number -> number + "e-" + Math.abs(number % 30)),
                Arbitraries.strings().withChars("0123456789.").ofMinLength(1).ofMaxLength(22),
                Arbitraries.strings().withChars("019.-+eE \t_x").ofMaxLength(8));
    }

    @Property(tries = 5000)
    void a_number_is_the_same_of_bytes(@ForAll("texts") String text) {
        byte[] cell = (text + ",,,,,,,,").getBytes(StandardCharsets.UTF_8);
        PlainNumbers numbers = new PlainNumbers(new PlainMarks((byte) ',', NONE));
        numbers.reserve(2);
        numbers.set(cell, 0, text.length(), 0);
        if (numbers.fast(cell, 0, 1) == PlainField.NO) {
            numbers.set(cell, 0, text.length(), 1);
        }
        var expected = DecimalText.number(text);
        for (int row = 0; row < 2; row++) {
            assertThat(Double.doubleToLongBits(numbers.column(2).number(row)))
                    .isEqualTo(Double.doubleToLongBits(expected.orElse(Double.NaN)));
        }
        assertThat(PlainDecimal.isDecimal(cell, 0, text.length()) || expected.isEmpty())
                .isTrue();
        assertThat(numbers.column(2).clashes()).hasSize(expected.isPresent() ? 0 : 2);
    }

    @Property(tries = 5000)
    void a_whole_number_is_the_same_of_bytes(@ForAll("texts") String text) {
        byte[] cell = (text + ",,,,,,,,").getBytes(StandardCharsets.UTF_8);
        PlainIntegers integers = new PlainIntegers(new PlainMarks((byte) ',', NONE));
        integers.reserve(1);
        if (integers.fast(cell, 0, 0) == PlainField.NO) {
            integers.set(cell, 0, text.length(), 0);
        }
        Column.Longs read = (Column.Longs) integers.column(1);
        assertThat(read.values()[0]).isEqualTo(DecimalText.whole(text).orElse(Column.Longs.MISSING));
    }
}
