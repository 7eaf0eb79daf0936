package io.github.mlmaven.measure.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.OtherTools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The statistics are those of numpy, pandas and scipy. */
class OtherToolsTest {

    private static final int ROWS = 5000;
    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
    private static final Offset<Double> NEARLY = within(1e-12);

    private static final Batch BATCH = batch();

    private static Batch batch() {
        double[] first = OtherTools.uniform(ROWS, 1);
        double[] second = OtherTools.uniform(ROWS, 1_000_001);
        double[] x = new double[ROWS];
        double[] y = new double[ROWS];
        int[] a = new int[ROWS];
        int[] b = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = Math.rint((first[i] * first[i] * 200 - 20) * 100) / 100;
            y[i] = x[i] * 2 + Math.rint(second[i] * 100);
            a[i] = (int) (first[i] * 7);
            b[i] = (int) ((first[i] + second[i]) * 1.5);
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", new Column.Doubles(x, ROWS, List.of()));
        columns.put("y", new Column.Doubles(y, ROWS, List.of()));
        columns.put("a", new Column.Texts(a, ROWS, Dictionary.of(List.of("a", "b", "c", "d", "e", "f", "g"))));
        columns.put("b", new Column.Texts(b, ROWS, Dictionary.of(List.of("u", "v", "w"))));
        return Batch.of(ROWS, columns);
    }

    private static ColumnStatistics statistics(String column, int most) {
        ColumnMeasure measure = new ColumnMeasure(column, batch -> new byte[batch.rows()], most);
        ColumnMeasure.State state = measure.start();
        measure.add(state, BATCH);
        return measure.value(state).all();
    }

    @Test
    void numbers_are_summarised_as_pandas_does() {
        ColumnStatistics.Numbers numbers = statistics("x", 1 << 13).numbers().orElseThrow();
        NumberSummary summary = numbers.summary();
        assertThat(summary.count()).isEqualTo(ROWS);
        assertThat(summary.min()).isEqualTo(OtherTools.number("min"));
        assertThat(summary.max()).isEqualTo(OtherTools.number("max"));
        assertThat(summary.mean()).isCloseTo(OtherTools.number("mean"), NEARLY);
        assertThat(summary.deviation()).isCloseTo(OtherTools.number("deviation"), within(1e-11));
        assertThat(numbers.zeros()).isEqualTo((long) OtherTools.number("zeros"));
        assertThat(numbers.negatives()).isEqualTo((long) OtherTools.number("negatives"));
        double[] quantiles = OtherTools.numbers("quantiles");
        for (int i = 0; i < SHARES.length; i++) {
            assertThat(numbers.distribution().quantile(SHARES[i])).isCloseTo(quantiles[i], within(1e-11));
        }
        assertThat(statistics("x", 1 << 13).distinct().count()).isEqualTo((long) OtherTools.number("distinct"));
    }

    @Test
    void a_quantile_of_a_coarse_grid_is_off_by_no_more_than_the_width_that_it_names() {
        Distribution coarse = statistics("x", 256).numbers().orElseThrow().distribution();
        assertThat(coarse.isExact()).isFalse();
        assertThat(coarse.cells()).isBetween(128, 256);
        double[] quantiles = OtherTools.numbers("quantiles");
        for (int i = 0; i < SHARES.length; i++) {
            assertThat(coarse.quantile(SHARES[i]))
                    .isCloseTo(quantiles[i], within(Math.abs(quantiles[i]) * coarse.width() + 0.01));
        }
        assertThat((double) statistics("x", 256).distinct().count())
                .isCloseTo(OtherTools.number("distinct"), within(0.05 * OtherTools.number("distinct")));
    }

    @Test
    void the_most_frequent_values_are_those_of_pandas() {
        String top = statistics("a", 256).texts().orElseThrow().values().top(50).stream()
                .map(value -> value.value() + " " + value.rows())
                .collect(Collectors.joining(" "));
        assertThat(top).isEqualTo(OtherTools.text("top-a"));
    }

    @Test
    void associations_are_those_of_scipy() {
        Associations measure = Associations.of(List.of("x", "y", "a", "b"), batch -> new byte[batch.rows()]);
        Associations.Sample state = measure.start();
        measure.add(state, BATCH);
        Sampled sampled = measure.value(state);
        assertThat(sampled.rows()).isEqualTo(ROWS);
        assertThat(sampled.between("x", "y").orElseThrow()).isCloseTo(OtherTools.number("pearson"), NEARLY);
        assertThat(sampled.between("y", "a").orElseThrow()).isCloseTo(OtherTools.number("correlation-ratio"), NEARLY);
        assertThat(sampled.between("a", "b").orElseThrow()).isCloseTo(OtherTools.number("cramers-v"), NEARLY);
        assertThat(sampled.strongest(List.of("x", "y", "a", "b"), 3, 1))
                .singleElement()
                .satisfies(pair -> assertThat(pair.one() + pair.other()).isEqualTo("xa"));
    }
}
