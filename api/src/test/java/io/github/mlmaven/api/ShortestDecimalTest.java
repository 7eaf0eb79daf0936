package io.github.mlmaven.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortestDecimalTest {

    @Test
    void everyday_numbers_have_no_exponent_and_no_fraction_that_they_do_not_have() {
        assertThat(Column.decimal(3)).isEqualTo("3");
        assertThat(Column.decimal(-0.0)).isEqualTo("0");
        assertThat(Column.decimal(0.1)).isEqualTo("0.1");
        assertThat(Column.decimal(-1234567.5)).isEqualTo("-1234567.5");
        assertThat(Column.decimal(1e15)).isEqualTo("1000000000000000");
        assertThat(Column.decimal(0.0001)).isEqualTo("0.0001");
    }

    @Test
    void large_and_small_numbers_have_an_exponent() {
        assertThat(Column.decimal(1e16)).isEqualTo("1e+16");
        assertThat(Column.decimal(-1.5e-7)).isEqualTo("-1.5e-07");
        assertThat(Column.decimal(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e+308");
        assertThat(Column.decimal(Double.MIN_VALUE)).isEqualTo("5e-324");
    }

    /** Where a JDK before 19 writes 2.0E-3 with a digit too many. */
    @Test
    void the_shortest_of_the_decimals_is_taken() {
        assertThat(Column.decimal(1.1E-5)).isEqualTo("1.1e-05");
    }

    @Test
    void the_text_of_a_number_is_read_back_as_the_number() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(Column.decimal(number))).isEqualTo(number);
            }
        }
    }
}
