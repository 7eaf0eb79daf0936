package io.github.mlmaven.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashTest {

    @Test
    void a_text_has_the_xxh64_of_its_utf_8() {
        // xxhsum -H64 of xxHash 0.8.
        assertThat(Hash.of("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(Hash.of("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(Hash.of("abc")).isEqualTo(0x44BC2CF5AD770999L);
        assertThat(Hash.of("The quick brown fox jumps over the lazy dog")).isEqualTo(0x0B242D361FDA71BCL);
    }

    @Test
    void a_number_has_the_finaliser_of_murmur3() {
        assertThat(Hash.mix(0)).isZero();
        assertThat(Hash.mix(1)).isEqualTo(0xB456BCFC34C2CB2CL);
        assertThat(Hash.of(-0.0)).isEqualTo(Hash.of(0.0)).isEqualTo(0);
    }

    @Test
    void an_estimate_is_within_three_standard_errors() {
        for (int size : new int[] {2_000, 50_000, 1_000_000}) {
            HyperLogLog estimate = new HyperLogLog();
            for (int i = 0; i < size; i++) {
                estimate.add(Hash.of("value " + i));
            }
            assertThat(estimate.estimate()).isBetween((long) (size * 0.95), (long) (size * 1.05));
        }
    }

    @Test
    void a_bag_tells_what_is_repeated_and_what_is_shared() {
        SplittableRandom random = new SplittableRandom(7);
        HashBag a = new HashBag(LongStore.MEMORY);
        HashBag b = new HashBag(LongStore.MEMORY);
        List<Long> twice = new ArrayList<>(List.of(0L, -1L));
        List<Long> both = new ArrayList<>(List.of(0L));
        b.add(0);
        for (int i = 0; i < 100_000; i++) {
            long hash = Hash.mix(random.nextLong());
            a.add(hash);
            if (i % 1000 == 0) {
                a.add(hash);
                twice.add(hash);
            }
            if (i % 500 == 0) {
                b.add(hash);
                both.add(hash);
            }
        }
        for (long hash : new long[] {0, 0, -1, -1}) {
            a.add(hash);
        }
        assertThat(content(a.repeated())).containsExactlyInAnyOrderElementsOf(twice);
        assertThat(content(a.shared(b))).containsExactlyInAnyOrderElementsOf(both);
        HashBag together = new HashBag(LongStore.MEMORY);
        together.addAll(a);
        together.addAll(b);
        twice.addAll(both);
        assertThat(content(together.repeated()))
                .containsExactlyInAnyOrderElementsOf(twice.stream().distinct().toList());
    }

    @Test
    void what_a_store_keeps_elsewhere_is_told_as_if_it_were_in_memory() {
        List<long[]> elsewhere = new ArrayList<>();
        LongStore store = chunk -> {
            long[] kept = chunk.clone();
            Arrays.fill(chunk, -1);
            elsewhere.add(kept);
            return kept::clone;
        };
        SplittableRandom random = new SplittableRandom(11);
        HashBag[] bags = {new HashBag(store), new HashBag(LongStore.MEMORY), new HashBag(store)};
        HashPairs[] pairs = {new HashPairs(store), new HashPairs(LongStore.MEMORY), new HashPairs(store)};
        for (int i = 0; i < 600_000; i++) {
            long hash = Hash.mix(random.nextLong(2_000_000));
            long label = random.nextInt(3);
            int fork = i % 3 == 0 ? 2 : 0;
            bags[fork].add(hash);
            bags[1].add(hash);
            pairs[fork].add(hash, label);
            pairs[1].add(hash, label);
        }
        assertThat(elsewhere).hasSizeGreaterThan(500);
        assertThat(content(bags[0].shared(bags[2])))
                .isNotEmpty()
                .doesNotContain(-1L)
                .isSubsetOf(content(bags[1].repeated()));
        bags[0].addAll(bags[2]);
        pairs[0].addAll(pairs[2]);
        assertThat(content(bags[0].repeated())).containsExactlyInAnyOrderElementsOf(content(bags[1].repeated()));
        assertThat(content(pairs[0].ambiguous())).containsExactlyInAnyOrderElementsOf(content(pairs[1].ambiguous()));
    }

    @Test
    void a_sample_of_many_values_has_their_quantiles() {
        Quantiles measure = Quantiles.of(Variable.column("x"), 10_000);
        Quantiles.Sample state = measure.start();
        int rows = 500;
        for (int batch = 0; batch < 400; batch++) {
            List<Cells> cells = new ArrayList<>();
            long[] positions = new long[rows];
            for (int row = 0; row < rows; row++) {
                positions[row] = (long) batch * rows + row;
                cells.add(HashTest.number(positions[row]));
            }
            measure.add(state, Cells.batch(cells, positions));
        }
        SortedNumbers sorted = measure.value(state);
        assertThat(sorted.isExact()).isFalse();
        assertThat(sorted.count()).isEqualTo(200_000);
        for (double share : new double[] {0.01, 0.5, 0.9}) {
            assertThat(sorted.quantile(share) / 200_000).isBetween(share - 0.03, share + 0.03);
        }
    }

    private static Cells number(long position) {
        Optional<Double> none = Optional.empty();
        return new Cells(
                Optional.of((double) position),
                none.map(Double::longValue),
                none.map(value -> true),
                none.map(String::valueOf),
                none.map(String::valueOf));
    }

    private static List<Long> content(LongSet set) {
        List<Long> numbers = new ArrayList<>();
        set.forEach(numbers::add);
        return numbers;
    }
}
