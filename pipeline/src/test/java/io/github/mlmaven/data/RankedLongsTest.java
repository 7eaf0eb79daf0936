package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.measure.LongStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RankedLongsTest {

    private static final int MANY = 5 * RankedLongs.CHUNK + 123;

    private final List<long[]> stored = new ArrayList<>();

    /** Gives a copy, as a file does. */
    private final LongStore store = chunk -> {
        stored.add(chunk.clone());
        int at = stored.size() - 1;
        Supplier<long[]> again = () -> stored.get(at).clone();
        return again;
    };

    private final RankedLongs numbers = new RankedLongs(store);

    /** Few and many bits, of both signs, with repeats and the ends of the range. */
    private static long[] random(int seed, int count) {
        Random random = new Random(seed);
        long[] all =
                random.longs(count).map(number -> number >> random.nextInt(64)).toArray();
        all[0] = Long.MIN_VALUE;
        all[count - 1] = Long.MAX_VALUE;
        return all;
    }

    private void holdsRanksOf(long[] all) {
        long[] rising = all.clone();
        Arrays.sort(rising);
        assertThat(numbers.size()).isEqualTo(all.length);
        for (int at : new int[] {0, 1, all.length / 3, all.length / 2, all.length - 2, all.length - 1}) {
            assertThat(numbers.at(at)).isEqualTo(rising[at]);
            assertThat(numbers.below(rising[at]))
                    .isEqualTo(LongStream.of(all)
                            .filter(number -> number < rising[at])
                            .count());
        }
    }

    @Test
    void all_but_the_last_numbers_are_in_the_store() {
        LongStream.of(random(1, MANY)).forEach(numbers::add);
        assertThat(stored).hasSize(5);
    }

    @Test
    void numbers_are_found_by_their_place_in_the_order() {
        for (int count : new int[] {3, 100, RankedLongs.CHUNK, RankedLongs.CHUNK + 1, MANY}) {
            numbers.truncate(0);
            long[] all = random(count, count);
            LongStream.of(all).forEach(numbers::add);
            holdsRanksOf(all);
        }
    }

    @Test
    void those_that_were_added_last_are_forgotten() {
        long[] first = random(1, MANY);
        for (int kept : new int[] {4 * RankedLongs.CHUNK + 5, 2 * RankedLongs.CHUNK, 100, MANY}) {
            long[] again = random(kept, MANY + 7);
            System.arraycopy(first, 0, again, 0, kept);
            numbers.truncate(0);
            LongStream.of(first).forEach(numbers::add);
            numbers.truncate(kept);
            LongStream.of(again).skip(kept).forEach(numbers::add);
            holdsRanksOf(again);
        }
    }
}
