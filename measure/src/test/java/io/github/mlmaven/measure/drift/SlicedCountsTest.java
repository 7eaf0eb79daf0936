package io.github.mlmaven.measure.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.CalendarUnit;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.measure.drift.SlicedCounts.Sliced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlicedCountsTest {

    private static final SlicedCounts MEASURE = new SlicedCounts(
            "t",
            CalendarUnit.MONTH,
            List.of(
                    new Sliced("x", List.of(0.0, 10.0), List.of()),
                    new Sliced("k", List.of(), List.of("a", "b")),
                    new Sliced("b", List.of(), List.of("false", "true")),
                    new Sliced("n", List.of(2.0), List.of()),
                    new Sliced("day", List.of(), List.of())),
            24);

    private static final long[] DAYS = {
        day("2024-01-31"), day("2024-03-01"), Column.Times.MISSING, day("2024-03-31"), day("2024-03-02")
    };

    private static long day(String text) {
        return LocalDate.parse(text).toEpochDay();
    }

    private static Batch batch(int... rows) {
        double[] x = {-1, 0, 5, 10, Double.NaN};
        int[] k = {0, 2, 1, Column.Texts.MISSING, 1};
        byte[] b = {0, 1, 1, Column.Booleans.MISSING, 1};
        long[] n = {1, 2, 3, Column.Longs.MISSING, 3};
        Column times = new Column.Times(Tick.DAY, DAYS, DAYS.length, List.of());
        Map<String, Column> columns = Map.of(
                "t", times,
                "x", new Column.Doubles(x, x.length, List.of()),
                "k", new Column.Texts(k, k.length, Dictionary.of(List.of("a", "b", "c"))),
                "b", new Column.Booleans(b, b.length, List.of()),
                "n", new Column.Longs(n, n.length, List.of()),
                "day", times);
        Map<String, Column> picked = new TreeMap<>();
        columns.forEach((name, column) -> picked.put(name, column.pick(rows, rows.length)));
        return Batch.of(rows.length, picked);
    }

    private static String told(SliceCounts counts) {
        StringBuilder told = new StringBuilder(counts.without() + " without\n");
        for (long slice = counts.first(); slice <= counts.last() && !counts.isTooMany(); slice++) {
            told.append(CalendarUnit.MONTH.text(slice) + " " + counts.rows(slice));
            for (int column = 0; column < 5; column++) {
                told.append(" " + Arrays.toString(counts.counts(slice, column)) + counts.missing(slice, column));
            }
            told.append("\n");
        }
        return told.toString();
    }

    @Test
    void rows_are_counted_in_the_slice_of_their_time_by_edges_or_names() {
        SlicedCounts.State state = MEASURE.start();
        MEASURE.add(state, batch(0, 1, 2, 3, 4));

        assertThat(told(MEASURE.value(state))).isEqualTo("""
                1 without
                2024-01 1 [1, 0, 0]0 [1, 0, 0]0 [1, 0, 0]0 [1, 0]0 []0
                2024-02 0 [0, 0, 0]0 [0, 0, 0]0 [0, 0, 0]0 [0, 0]0 []0
                2024-03 3 [0, 1, 1]1 [0, 1, 1]1 [0, 2, 0]1 [0, 2]1 []0
                """);
    }

    @Test
    void slices_are_the_same_however_rows_are_folded() {
        SlicedCounts.State plain = MEASURE.start();
        MEASURE.add(plain, batch(0, 1, 2, 3, 4, 1, 1, 0));
        String expected = told(MEASURE.value(plain));
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<SlicedCounts.State> states = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                states.add(MEASURE.start());
            }
            for (int row : new int[] {4, 1, 0, 3, 1, 2, 1, 0}) {
                MEASURE.add(states.get(random.nextInt(3)), batch(row));
            }
            MEASURE.merge(states.get(1), states.get(2));
            MEASURE.merge(states.get(0), states.get(1));
            assertThat(told(MEASURE.value(states.get(0)))).isEqualTo(expected);
        }
    }

    @Test
    void of_too_many_slices_only_their_ends_are_known_wherever_they_came() {
        SlicedCounts few = new SlicedCounts("t", CalendarUnit.DAY, MEASURE.columns(), 30);
        SlicedCounts.State one = few.start();
        few.add(one, batch(1, 2));
        assertThat(few.value(one).isTooMany()).isFalse();
        SlicedCounts.State other = few.start();
        few.add(other, batch(0));
        few.merge(one, other);

        SliceCounts counts = few.value(one);
        assertThat(counts.isTooMany()).isTrue();
        assertThat(counts.size()).isEqualTo(31);
        assertThat(CalendarUnit.DAY.text(counts.first())).isEqualTo("2024-01-31");
        assertThat(CalendarUnit.DAY.text(counts.last())).isEqualTo("2024-03-01");
        assertThat(counts.without()).isEqualTo(1);
        assertThat(counts.rows(day("2024-03-01"))).isZero();
    }

    @Test
    void an_instant_is_in_the_slice_of_its_day_in_utc() {
        long midnight = Tick.midnight(LocalDate.parse("2024-03-01"));
        Column times = new Column.Times(Tick.MICROSECOND, new long[] {midnight - 1, midnight}, 2, List.of());
        SlicedCounts measure = new SlicedCounts("t", CalendarUnit.MONTH, List.of(), 10);
        SlicedCounts.State state = measure.start();
        measure.add(state, Batch.of(2, Map.of("t", times)));

        assertThat(measure.value(state).size()).isEqualTo(2);
    }

    @Test
    void no_row_has_a_time() {
        SlicedCounts.State state = MEASURE.start();
        MEASURE.add(state, batch(2, 2));

        assertThat(MEASURE.value(state).isEmpty()).isTrue();
        assertThat(MEASURE.value(state).size()).isZero();
        assertThat(MEASURE.value(state).without()).isEqualTo(2);
    }
}
