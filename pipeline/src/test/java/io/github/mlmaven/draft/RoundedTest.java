package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.draft.FormCounts.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges, limits and shares of a draft: wider than what was seen, and round. */
class RoundedTest {

    @ParameterizedTest
    @CsvSource({
        // seen, drafted
        "0.2, 5.01, false, 0, 5.5",
        "0.03, 0.97, false, 0, 1",
        "0, 0.2, false, 0, 0.22",
        "-0.5, 0.5, false, -0.6, 0.6",
        "326, 18823, true, 0, 21000",
        "1, 12, true, 0, 14",
        "1, 3, true, 0, 4",
        "0, 1, true, 0, 2",
        "2007, 2009, true, 2006, 2010",
        "-20, -10, true, -21, -9",
        "-3, -1, true, -4, 0",
        "42, 42, true, 37, 47",
        "0, 0, false, 0, 1",
        "1e300, 2e300, false, 9e299, 2.1e300",
    })
    void a_range_is_a_tenth_wider_on_each_side(String min, String max, boolean whole, String low, String high) {
        Range range = Bounds.around(new Range(new BigDecimal(min), new BigDecimal(max)), whole);

        assertThat(range.min()).isEqualByComparingTo(low);
        assertThat(range.max()).isEqualByComparingTo(high);
    }

    @Property
    void a_range_has_what_was_seen(@ForAll double one, @ForAll double other, @ForAll boolean whole) {
        Range seen = new Range(
                BigDecimal.valueOf(Math.min(one, other)).setScale(whole ? 0 : 30, RoundingMode.HALF_EVEN),
                BigDecimal.valueOf(Math.max(one, other)).setScale(whole ? 0 : 30, RoundingMode.HALF_EVEN));

        Range range = Bounds.around(seen, whole);

        assertThat(range.min()).isLessThanOrEqualTo(seen.min());
        assertThat(range.max()).isGreaterThanOrEqualTo(seen.max());
    }

    @ParameterizedTest
    @CsvSource({
        // value, standard error, at most, at least
        "583.2, 17, 635, 532",
        "0.9902, 0.0099, 1.02, 0.96",
        "0.0001234, 0.00001, 0.000154, 0.000093",
        "1e9, 1, 1000000003, 999999997",
    })
    void a_limit_is_three_standard_errors_away(double value, double error, String above, String below) {
        assertThat(Room.above(value, error)).isEqualByComparingTo(above);
        assertThat(Room.below(value, error)).isEqualByComparingTo(below);
    }

    @Property
    void a_limit_never_excludes_the_value(
            @ForAll @DoubleRange(min = 0, max = 1e6) @Scale(9) double value,
            @ForAll @DoubleRange(min = 1e-9, max = 1e6) @Scale(9) double error) {
        assertThat(Room.above(value, error).doubleValue()).isGreaterThanOrEqualTo(value);
        assertThat(Room.below(value, error).doubleValue()).isLessThanOrEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1%", "0.006, 1%", "0.007, 2%", "0.04, 10%", "0.6, 90%", "0.61,", "1,"})
    void a_share_of_missing_values_has_half_as_much_room(double seen, String drafted) {
        assertThat(MissingShare.above(seen).orElse(null)).isEqualTo(drafted);
    }
}
