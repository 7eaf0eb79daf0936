package io.github.mlmaven.measure.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.measure.OtherTools;
import org.junit.jupiter.api.Test;

/** The distributions are scipy's, and movements are what they are by hand. */
class FormulasTest {

    @Test
    void normal_quantiles_are_those_of_scipy() {
        double[] pairs = OtherTools.numbers("normal-quantiles");
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(Normal.quantile(pairs[i]))
                    .isCloseTo(pairs[i + 1], within(1e-14 * Math.max(1, Math.abs(pairs[i + 1]))));
        }
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void limits_of_shares_are_those_of_scipy() {
        double[] found = OtherTools.numbers("clopper-pearson");
        for (int i = 0; i < found.length; i += 5) {
            Proportion share = new Proportion((long) found[i], (long) found[i + 1]);
            assertThat(share.lower(found[i + 2])).isCloseTo(found[i + 3], within(1e-7 * found[i + 3]));
            assertThat(share.upper(found[i + 2])).isCloseTo(found[i + 4], within(1e-7 * found[i + 4]));
        }
        assertThat(new Proportion(0, 5).lower(0.01)).isZero();
        assertThat(new Proportion(5, 5).upper(0.01)).isEqualTo(1);
    }

    @Test
    void half_of_the_rows_changed_their_category() {
        Moved moved = MovedCategories.moved(new long[] {10_000, 0}, new long[] {5_000, 5_000}, 1e-4, 0.03);
        assertThat(moved.found()).isEqualTo(0.5);
        assertThat(moved.lower()).isBetween(0.47, 0.5);
        assertThat(moved.verdict(0.03, 10_000)).isEqualTo(DriftVerdict.DRIFT);
    }

    @Test
    void numbers_that_moved_from_the_lower_half_to_the_upper_moved_by_the_distance_of_the_halves_means() {
        // The mean of a normal number above its median is the root of 2 / pi.
        Moved moved = MovedNumbers.moved(new long[] {50_000, 50_000}, new long[] {0, 100_000}, 1e-4);
        assertThat(moved.found()).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-12));
        assertThat(moved.verdict(0.1, 100_000)).isEqualTo(DriftVerdict.DRIFT);
    }

    @Test
    void a_movement_in_the_unit_of_other_rows_needs_no_number_in_each_bin() {
        long[] scale = {25_000, 25_000, 25_000, 25_000};
        long[] before = {0, 100_000, 0, 0};
        long[] now = {0, 0, 100_000, 0};
        double quarter = Normal.density(0) - Normal.density(Normal.quantile(0.25));
        Moved moved = MovedNumbers.moved(scale, before, now, 1e-4);

        // The mean of a normal number between its first quarter and its median is as far below 0 as that behind it is
        // above.
        assertThat(moved.found()).isCloseTo(2 * quarter * 4, within(1e-12));
        assertThat(MovedNumbers.moved(scale, scale, now, 1e-4)).isEqualTo(MovedNumbers.moved(scale, now, 1e-4));
        assertThat(MovedNumbers.moved(scale, before, before, 1e-4).verdict(0.1, 100_000))
                .isEqualTo(DriftVerdict.NONE);
    }

    @Test
    void equal_shares_of_many_rows_did_not_move() {
        long[] even = {1_000_000, 1_000_000, 1_000_000};
        assertThat(MovedNumbers.moved(even, even, 1e-4).verdict(0.1, 3_000_000)).isEqualTo(DriftVerdict.NONE);
        assertThat(MovedCategories.moved(even, even, 1e-4, 0.03).verdict(0.03, 3_000_000))
                .isEqualTo(DriftVerdict.NONE);
    }

    @Test
    void fewer_than_thirty_rows_say_nothing() {
        Moved moved = MovedCategories.moved(new long[] {29, 0}, new long[] {0, 29}, 1e-4, 0.03);
        assertThat(moved.lower()).isGreaterThan(0.03);
        assertThat(moved.verdict(0.03, 29)).isEqualTo(DriftVerdict.INCONCLUSIVE);
        assertThat(moved.verdict(0.03, 30)).isEqualTo(DriftVerdict.DRIFT);
        assertThat(MovedNumbers.moved(new long[0], new long[0], 1e-4).verdict(0.1, 1000))
                .isEqualTo(DriftVerdict.INCONCLUSIVE);
    }

    @Test
    void a_missing_share_that_rose_by_five_points_drifted() {
        Moved moved = Proportion.moved(new Proportion(0, 10_000), new Proportion(500, 10_000), 1e-4);
        assertThat(moved.found()).isEqualTo(0.05);
        assertThat(moved.verdict(0.02, 10_000)).isEqualTo(DriftVerdict.DRIFT);
        assertThat(Proportion.moved(new Proportion(500, 10_000), new Proportion(0, 10_000), 1e-4)
                        .lower())
                .isEqualTo(moved.lower());
    }

    @Test
    void rare_values_of_before_make_new_ones_expected() {
        Proportion now = new Proportion(50, 1000);
        assertThat(NewValues.moved(now, 1000, 0, 0, 1e-4).verdict(0.01, 1000)).isEqualTo(DriftVerdict.DRIFT);
        assertThat(NewValues.moved(now, 1000, 60, 20, 1e-4).verdict(0.01, 1000)).isEqualTo(DriftVerdict.INCONCLUSIVE);
    }
}
