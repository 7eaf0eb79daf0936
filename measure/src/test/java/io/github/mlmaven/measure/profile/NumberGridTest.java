package io.github.mlmaven.measure.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NumberGridTest {

    @Provide
    Arbitrary<List<Double>> numbers() {
        Arbitrary<Double> number = Arbitraries.oneOf(
                Arbitraries.doubles().between(-8, 8).ofScale(4),
                Arbitraries.integers().between(-50, 2000).map(Integer::doubleValue),
                Arbitraries.of(0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1e-300),
                Arbitraries.longs()
                        .map(Double::longBitsToDouble)
                        .filter(Double::isFinite)
                        .map(some -> some + 0.0));
        return number.list().ofMinSize(1).ofMaxSize(600);
    }

    /** The cells of the finest grid that keeps the bound. */
    private static Map<Long, Long> finest(List<Double> numbers, int most, int[] coarse) {
        for (int bits = 0; ; bits++) {
            Map<Long, Long> cells = new TreeMap<>();
            for (double number : numbers) {
                cells.merge(NumberGrid.rank(number) >> bits, 1L, Long::sum);
            }
            if (cells.size() <= most || bits == 52) {
                coarse[0] = bits;
                return cells;
            }
        }
    }

    @Property(tries = 300)
    void a_grid_is_the_finest_that_keeps_the_bound_in_any_order_and_however_merged(
            @ForAll("numbers") List<Double> numbers,
            @ForAll @IntRange(min = 4, max = 300) int most,
            @ForAll long seed) {
        int[] coarse = {0};
        Map<Long, Long> expected = finest(numbers, most, coarse);
        List<Double> shuffled = new ArrayList<>(numbers);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        NumberGrid one = new NumberGrid(most);
        NumberGrid other = new NumberGrid(most);
        for (double number : shuffled) {
            (random.nextInt(3) == 0 ? other : one).add(number);
        }
        one.add(other);
        Map<Long, Long> found = new TreeMap<>();
        one.forEach((cell, count) -> found.merge(cell, count, Long::sum));
        assertThat(found).isEqualTo(expected);
        assertThat(one.size()).isEqualTo(expected.size());
        assertThat(one.isExact()).isEqualTo(coarse[0] == 0);
    }
}
