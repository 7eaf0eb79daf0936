package io.github.mlmaven.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.pages.Chart.Histogram;
import io.github.mlmaven.pages.Chart.Other;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistogramsTest {

    @Test
    void a_bin_is_as_high_as_it_is_dense() {
        // Ten values in 0..1, thirty in 1..4: as many for each unit.
        Histogram drawn = drawn(Histograms.bins(new double[] {0, 1, 4, 5}, new long[] {10, 30, 20}), Map.of());

        assertThat(drawn.bars()).isEqualTo("M0 100V50H80V50H320V0H400V100");
        assertThat(drawn.axis()).containsExactly("0", "2.5", "5");
        assertThat(drawn.says()).isEqualTo("Numbers from 0 to 5.");
    }

    @Test
    void other_rows_are_drawn_on_the_same_axis_by_their_share_however_many_they_are() {
        Histogram drawn = drawn(
                Histograms.bins(new double[] {0, 1, 2}, new long[] {10, 10}),
                Map.of(Other.ACCEPTED, Histograms.bins(new double[] {0, 2, 4}, new long[] {1_000_000, 1_000_000})));

        assertThat(drawn.bars()).isEqualTo("M0 100V0H100V0H200V100");
        assertThat(drawn.lines()).containsExactly(new Chart.Line(Other.ACCEPTED, "M0 100V50H200V50H400V100"));
        assertThat(drawn.axis()).containsExactly("0", "2", "4");
    }

    @Test
    void quartiles_stand_below_where_they_are() {
        Histogram drawn = (Histogram) new Histograms(
                        Histograms.bins(new double[] {0, 10}, new long[] {9}),
                        new TreeMap<>(),
                        List.of(1.0, 2.0, 5.0, 7.0, 9.0))
                .chart();

        assertThat(drawn.quartiles()).contains(new Chart.Quartiles("40", "80", "200", "280", "360"));
        assertThat(drawn.says()).isEqualTo("Numbers from 0 to 10, half of them from 2 to 7.");
    }

    @Test
    void one_value_is_told_and_not_drawn() {
        Chart chart = new Histograms(Histograms.bins(new double[] {3, 3}, new long[] {9}), new TreeMap<>(), List.of())
                .chart();

        assertThat(chart).isEqualTo(new Chart.Empty("Every value is 3."));
    }

    @Test
    void the_widest_range_of_doubles_fits_into_the_frame() {
        Histogram drawn = drawn(
                Histograms.bins(new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE}, new long[] {1, 1}), Map.of());

        assertThat(drawn.bars()).matches("M0 100V[0-9.]+H200V[0-9.]+H400V100");
    }

    private static Histogram drawn(Outline rows, Map<Other, Outline> others) {
        return (Histogram) new Histograms(rows, new TreeMap<>(others), List.of()).chart();
    }
}
