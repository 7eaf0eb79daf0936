package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DecimalTextTest {

    @Test
    void a_number_is_digits_with_a_sign_a_point_and_an_exponent() {
        for (String text :
                List.of("1500", "+1500", " 1500 ", "1500.", "1500.0", "1.5e3", "1.5E+3", ".15e4", "\t15e2\r")) {
            assertThat(DecimalText.number(text)).as(text).isEqualTo(OptionalDouble.of(1500));
            assertThat(DecimalText.whole(text)).as(text).isEqualTo(OptionalLong.of(1500));
        }
    }

    @Test
    void what_else_a_reader_may_take_for_a_number_is_none() {
        for (String text : List.of(
                "", " ", ".", "1_500", "0x10", "0b1", "+-1", "--1", "1e", "1f", "1,5", "1 500", "NaN", "inf",
                "\u0661")) {
            assertThat(DecimalText.number(text)).as(text).isEmpty();
            assertThat(DecimalText.whole(text)).as(text).isEmpty();
        }
    }

    @Test
    void a_whole_number_is_whole_to_its_last_digit() {
        assertThat(DecimalText.whole("9007199254740993")).hasValue(9007199254740993L);
        assertThat(DecimalText.whole("-999999999999999999")).hasValue(-999999999999999999L);
        assertThat(DecimalText.whole("1e17")).hasValue(100000000000000000L);
        assertThat(DecimalText.whole("1234.5600e2")).hasValue(123456);
        assertThat(DecimalText.whole("0.0e999999999999")).hasValue(0);
        assertThat(DecimalText.whole("1.0000000000000000001")).isEmpty();
        assertThat(DecimalText.whole("1234.56e1")).isEmpty();
        assertThat(DecimalText.whole("1e-400")).isEmpty();
    }

    @Test
    void a_whole_number_has_at_most_eighteen_digits() {
        assertThat(DecimalText.whole("1e18")).isEmpty();
        assertThat(DecimalText.whole("1000000000000000000")).isEmpty();
        assertThat(DecimalText.whole("1e999999999999")).isEmpty();
        assertThat(DecimalText.whole("000000000000000000000000007")).hasValue(7);
    }

    @Test
    void a_number_is_finite() {
        assertThat(DecimalText.number("1e308")).hasValue(1e308);
        assertThat(DecimalText.number("1e309")).isEmpty();
    }

    @Test
    void texts_for_missing_values_are_numbers_too() {
        MissingTexts missing = new MissingTexts(List.of("", "NA", "-200", "-200.0", "9.5", "1e17"));
        assertThat(missing.numbers()).containsExactly(-200, 9.5, 1e17);
        assertThat(missing.wholeNumbers()).containsExactly(-200, 100000000000000000L);
    }
}
