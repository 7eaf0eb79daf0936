package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.text.Sha256;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KeyDigestsTest {

    @Property(tries = 50)
    void the_hash_is_that_of_the_sorted_lines(@ForAll @IntRange(max = 20_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        byte[][] keys = IntStream.range(0, size)
                .mapToObj(i -> {
                    byte[] key = new byte[16];
                    random.nextBytes(key);
                    if (random.nextInt(4) == 0) {
                        // Equal first halves, and equal keys.
                        key = new byte[16];
                        key[15] = (byte) random.nextInt(3);
                    }
                    return key;
                })
                .toArray(byte[][]::new);
        KeyDigests some = new KeyDigests(LongStore.MEMORY);
        KeyDigests others = new KeyDigests(LongStore.MEMORY);
        for (byte[] key : keys) {
            (random.nextBoolean() ? some : others).add(key);
        }
        some.addAll(others);
        String lines = IntStream.range(0, size)
                .mapToObj(i -> HexFormat.of().formatHex(keys[i]) + "\n")
                .sorted()
                .collect(Collectors.joining());
        assertThat(some.sha256()).isEqualTo(Sha256.of(lines));
    }
}
