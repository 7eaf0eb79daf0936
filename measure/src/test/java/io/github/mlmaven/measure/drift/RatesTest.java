package io.github.mlmaven.measure.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.measure.profile.Bins;
import io.github.mlmaven.measure.profile.ColumnMeasure;
import io.github.mlmaven.measure.profile.DriftEdges;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often columns are said to drift, by simulation: the table in docs/drift.md is printed by this with {@code
 * -Ddrift.columns=100000}. Normal numbers up to 10,000 rows are drawn one by one and counted as a profile does; of more rows
 * the counts of the bins are drawn.
 */
class RatesTest {

    private static final int COLUMNS = Integer.getInteger("drift.columns", 300);
    /** That of 100 columns. */
    private static final double ERROR = 0.01 / 100;

    private static final double NUMBERS = 0.1;
    private static final double CATEGORIES = 0.03;

    private int drifted;
    private int none;

    private void say(String what) {
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %d |%n", what, COLUMNS, drifted, none);
    }

    private interface Drawn {
        DriftVerdict next(SplittableRandom random);
    }

    private void simulate(String what, Drawn drawn) {
        SplittableRandom random = new SplittableRandom(what.hashCode());
        drifted = 0;
        none = 0;
        for (int column = 0; column < COLUMNS; column++) {
            DriftVerdict drift = drawn.next(random);
            drifted += drift == DriftVerdict.DRIFT ? 1 : 0;
            none += drift == DriftVerdict.NONE ? 1 : 0;
        }
        say(what);
    }

    private static double normal(SplittableRandom random) {
        return Normal.quantile((random.nextLong() >>> 11) * 0x1p-53 + 0x1p-54);
    }

    private static Drawn numbers(int before, int now, double shift, double scale) {
        return random -> {
            double[] accepted = new double[before];
            Arrays.setAll(accepted, i -> normal(random));
            Bins bins = bins(accepted);
            long[] counts = new long[bins.counts().length];
            for (int row = 0; row < now; row++) {
                double value = normal(random) * scale + shift;
                int at = Arrays.binarySearch(bins.edges(), value);
                counts[at >= 0 ? at + 1 : -at - 1]++;
            }
            return MovedNumbers.moved(bins.counts(), counts, ERROR).verdict(NUMBERS, Math.min(before, now));
        };
    }

    private static Bins bins(double[] values) {
        ColumnMeasure measure = new ColumnMeasure("x", batch -> new byte[batch.rows()], ColumnMeasure.most(100));
        ColumnMeasure.State state = measure.start();
        measure.add(state, Batch.of(values.length, Map.of("x", new Column.Doubles(values, values.length, List.of()))));
        return measure.value(state).all().numbers().orElseThrow().distribution().bins(DriftEdges.shares(values.length));
    }

    /** Of so many rows that a count is normal: the counts of bins at the shares of the profile. */
    private static Drawn manyNumbers(long rows, double shift) {
        double[] shares = DriftEdges.shares(rows);
        double[] expected = new double[shares.length + 1];
        double[] moved = new double[shares.length + 1];
        for (int k = 0; k <= shares.length; k++) {
            double low = k == 0 ? 0 : shares[k - 1];
            double high = k == shares.length ? 1 : shares[k];
            expected[k] = high - low;
            moved[k] = below(high, shift) - below(low, shift);
        }
        return random -> MovedNumbers.moved(counts(expected, rows, random), counts(moved, rows, random), ERROR)
                .verdict(NUMBERS, rows);
    }

    /** The share of moved normal numbers below the quantile of a share: its derivatives are enough for so small a shift. */
    private static double below(double share, double shift) {
        if (share <= 0 || share >= 1) {
            return share;
        }
        double at = Normal.quantile(share);
        return share - shift * Normal.density(at) - shift * shift / 2 * at * Normal.density(at);
    }

    private static long[] counts(double[] shares, long rows, SplittableRandom random) {
        long[] counts = new long[shares.length];
        long left = rows;
        double rest = 1;
        for (int k = 0; k < shares.length - 1; k++) {
            double share = Math.min(1, shares[k] / rest);
            counts[k] = binomial(left, share, random);
            left -= counts[k];
            rest -= shares[k];
        }
        counts[shares.length - 1] = left;
        return counts;
    }

    private static long binomial(long rows, double share, SplittableRandom random) {
        double variance = rows * share * (1 - share);
        if (variance > 1000) {
            return Math.max(0, Math.min(rows, Math.round(rows * share + Math.sqrt(variance) * normal(random))));
        }
        long count = 0;
        for (long row = 0; row < rows; row++) {
            count += random.nextDouble() < share ? 1 : 0;
        }
        return count;
    }

    private static Drawn categories(long before, long now, double... moved) {
        double[] even = new double[10];
        Arrays.fill(even, 0.1);
        double[] other = even.clone();
        for (int i = 0; i < moved.length; i++) {
            other[i] += moved[i];
        }
        return random -> MovedCategories.moved(
                        counts(even, before, random), counts(other, now, random), ERROR, CATEGORIES)
                .verdict(CATEGORIES, Math.min(before, now));
    }

    private static Drawn missing(long before, long now, double share, double then) {
        return random -> Proportion.moved(
                        new Proportion(binomial(before, share, random), before),
                        new Proportion(binomial(now, then, random), now),
                        ERROR)
                .verdict(0.02, Math.min(before, now));
    }

    /** At most one column in a hundred thousand, as far as the number of columns can tell. */
    private void assertNeverDrift() {
        assertThat(drifted).isLessThanOrEqualTo(COLUMNS / 10_000);
    }

    private void assertDrift(double least) {
        assertThat((double) drifted / COLUMNS).isGreaterThanOrEqualTo(least);
    }

    @Test
    void numbers_of_one_distribution_do_not_drift() {
        simulate("numbers, 1,000 against 10, of one distribution", numbers(1000, 10, 0, 1));
        assertNeverDrift();
        simulate("numbers, 1,000 against 30, of one distribution", numbers(1000, 30, 0, 1));
        assertNeverDrift();
        simulate("numbers, 1,000 against 1,000, of one distribution", numbers(1000, 1000, 0, 1));
        assertNeverDrift();
        simulate("numbers, 10M against 10M, of one distribution", manyNumbers(10_000_000, 0));
        assertNeverDrift();
        assertThat(none).isEqualTo(COLUMNS);
    }

    @Test
    void numbers_that_moved_drift() {
        simulate("numbers, 1,000 against 1,000, moved by 0.5 sd", numbers(1000, 1000, 0.5, 1));
        assertDrift(0.99);
        simulate("numbers, 1,000 against 1,000, scaled by 1.5", numbers(1000, 1000, 0, 1.5));
        assertDrift(0.95);
        simulate("numbers, 10M against 10M, moved by 0.01 sd", manyNumbers(10_000_000, 0.01));
        assertThat(none).isEqualTo(COLUMNS);
    }

    @Test
    void categories_of_one_distribution_do_not_drift() {
        simulate("10 categories, 1,000 against 30, of one distribution", categories(1000, 30));
        assertNeverDrift();
        simulate("10 categories, 1,000 against 1,000, of one distribution", categories(1000, 1000));
        assertNeverDrift();
        simulate("10 categories, 10,000 against 10,000, of one distribution", categories(10_000, 10_000));
        assertNeverDrift();
    }

    @Test
    void categories_that_moved_drift() {
        simulate("10 categories, 10,000 against 10,000, 5 of 100 moved", categories(10_000, 10_000, 0.05, -0.05));
        assertDrift(0.75);
        simulate("10 categories, 100,000 against 100,000, 5 of 100 moved", categories(100_000, 100_000, 0.05, -0.05));
        assertDrift(1);
    }

    @Test
    void missing_shares_of_one_distribution_do_not_drift_and_others_do() {
        simulate("missing 5 of 100, 1,000 against 30", missing(1000, 30, 0.05, 0.05));
        assertNeverDrift();
        simulate("missing 0, then 5 of 100, 1,000 against 1,000", missing(1000, 1000, 0, 0.05));
        assertDrift(0.75);
        simulate("missing 0, then 5 of 100, 10,000 against 10,000", missing(10_000, 10_000, 0, 0.05));
        assertDrift(1);
    }
}
