package io.github.mlmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void a_near_miss_never_prints_as_equal_to_its_limit() {
        assertThat(Numbers.apartFrom(600.000001, 600)).isEqualTo("600.000001");
        assertThat(Numbers.apartFrom(Math.nextUp(600.0), 600)).isEqualTo("600.0000000000001");
        assertThat(Numbers.apartFrom(600, 600)).isEqualTo("600");
    }

    @Test
    void everyday_numbers_are_short_and_plain() {
        assertThat(Numbers.brief(545.23456)).isEqualTo("545.23");
        assertThat(Numbers.brief(53940)).isEqualTo("53940");
        assertThat(Numbers.brief(0.00012345)).isEqualTo("0.00012345");
        assertThat(Numbers.brief(-0.5)).isEqualTo("-0.5");
        assertThat(Numbers.brief(0)).isEqualTo("0");
        assertThat(Numbers.brief(1e-9)).isEqualTo("1E-9");
        assertThat(Numbers.brief(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void changes_are_signed_percentages() {
        assertThat(Numbers.change(0.0361)).isEqualTo("+3.6 %");
        assertThat(Numbers.change(-0.5)).isEqualTo("-50.0 %");
        assertThat(Numbers.change(0)).isEqualTo("0.0 %");
    }

    @Test
    void counts_have_separated_thousands() {
        assertThat(Numbers.count(7)).isEqualTo("7");
        assertThat(Numbers.count(53940)).isEqualTo("53,940");
        assertThat(Numbers.count(1234567)).isEqualTo("1,234,567");
    }
}
