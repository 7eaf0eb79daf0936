package io.github.mlmaven.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Folds rows in many ways, which must all say the same. */
final class Folds {

    private Folds() {}

    /** What a measure says of rows in one batch. */
    static <S, V> V plain(Measure<S, V> measure, List<Cells> rows) {
        S state = measure.start();
        measure.add(
                state,
                Cells.batch(rows, IntStream.range(0, rows.size()).asLongStream().toArray()));
        return measure.value(state);
    }

    /** What a measure says of rows in any order, cut into any batches, in any number of states, merged in any order. */
    static <S, V> V shuffled(Measure<S, V> measure, List<Cells> rows, long seed) {
        Random random = new Random(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
        Collections.shuffle(order, random);
        Dictionary shared = Dictionary.of(List.of("never", "b"));
        List<S> states = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            states.add(measure.start());
        }
        for (int from = 0; from < order.size(); ) {
            int to = Math.min(order.size(), from + 1 + random.nextInt(9));
            int[] indexes = order.subList(from, to).stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            List<Cells> some = Arrays.stream(indexes).mapToObj(rows::get).toList();
            long[] positions = Arrays.stream(indexes).asLongStream().toArray();
            Batch batch = random.nextBoolean() ? Cells.batch(some, positions) : Cells.batch(some, positions, shared);
            measure.add(states.get(random.nextInt(states.size())), batch);
            from = to;
        }
        while (states.size() > 1) {
            S other = states.remove(random.nextInt(states.size()));
            measure.merge(states.get(random.nextInt(states.size())), other);
        }
        return measure.value(states.get(0));
    }

    /** The value of a measure, made sure to be the same however the rows are folded. */
    static <S, V> V value(Measure<S, V> measure, List<Cells> rows, long seed) {
        return value(measure, rows, seed, value -> value);
    }

    /** Like {@link #value(Measure, List, long)} for values that are compared by what they contain. */
    static <S, V, C> C value(Measure<S, V> measure, List<Cells> rows, long seed, Function<V, C> content) {
        C plain = content.apply(plain(measure, rows));
        assertThat(content.apply(shuffled(measure, rows, seed))).isEqualTo(plain);
        assertThat(content.apply(shuffled(measure, rows, seed + 1))).isEqualTo(plain);
        return plain;
    }
}
