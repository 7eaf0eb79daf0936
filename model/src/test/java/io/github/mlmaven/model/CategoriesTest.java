package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Column.Booleans;
import io.github.mlmaven.api.Column.Longs;
import io.github.mlmaven.api.Column.Texts;
import io.github.mlmaven.api.Dictionary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoriesTest {

    private final Categories hundred = new Categories(texts(0, 100));

    @Test
    void what_is_remembered_of_a_dictionary_grows_with_it() {
        Dictionary dictionary = new Dictionary();

        for (int size = 10; size <= 200; size += 10) {
            Texts column = column(dictionary, size);
            int[] expected = IntStream.range(0, size)
                    .map(i -> i < 100 ? i : Categories.UNKNOWN)
                    .toArray();
            assertThat(hundred.places(column, 0, size)).isEqualTo(expected);
        }
    }

    @Test
    void dictionaries_in_turn_are_told_apart() {
        Dictionary rising = Dictionary.of(texts(0, 50));
        Dictionary other = Dictionary.of(texts(50, 100));

        for (int round = 0; round < 3; round++) {
            assertThat(hundred.places(column(rising, 1), 0, 1)).containsExactly(0);
            assertThat(hundred.places(new Texts(new int[] {0, Texts.MISSING}, 2, other), 0, 2))
                    .containsExactly(50, Categories.MISSING);
        }
    }

    @Test
    void many_threads_may_ask_each_with_a_dictionary_of_its_own() {
        List<Integer> wrong = IntStream.range(0, 2_000)
                .parallel()
                .filter(i -> {
                    Dictionary dictionary = Dictionary.of(texts(i % 60, i % 60 + 40));
                    int[] places = hundred.places(new Texts(new int[] {0, 39}, 2, dictionary), 0, 2);
                    return places[0] != i % 60 || places[1] != i % 60 + 39;
                })
                .boxed()
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void values_of_other_types_are_found_by_their_text() {
        assertThat(new Categories(List.of("false", "true"))
                        .places(new Booleans(new byte[] {1, 0, Booleans.MISSING}, 3, List.of()), 0, 3))
                .containsExactly(1, 0, Categories.MISSING);
        assertThat(new Categories(List.of("7")).places(new Longs(new long[] {9, 7, 8}, 3, List.of()), 1, 3))
                .containsExactly(0, Categories.UNKNOWN);
    }

    @Test
    void a_value_that_is_listed_twice_is_refused() {
        assertThatThrownBy(() -> new Categories(List.of("a", "b", "a"))).hasMessage("a category is listed twice");
    }

    /** Rows with the texts of {@link #texts}, each the one of its row. */
    private static Texts column(Dictionary dictionary, int rows) {
        return new Texts(texts(0, rows).stream().mapToInt(dictionary::code).toArray(), rows, dictionary);
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "text " + i).toList();
    }
}
