package io.github.mlmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void a_changed_added_missing_or_swapped_letter_counts_once() {
        List<String> known = List.of("train", "evaluate", "max-depth");

        for (String misspelt : List.of("trian", "traim", "trai", "traiin", "rtain", "trianx")) {
            assertThat(Nearest.to(misspelt, known)).as(misspelt).contains("train");
        }
        assertThat(Nearest.to("evlauat", known)).contains("evaluate");
        assertThat(Nearest.to("max_dept", known)).contains("max-depth");
    }

    @Test
    void what_is_far_is_not_meant() {
        assertThat(Nearest.to("trxxx", List.of("train"))).isEmpty();
        assertThat(Nearest.to("gates", List.of("train", "evaluate"))).isEmpty();
        assertThat(Nearest.question("gates", List.of("train"))).isEmpty();
        assertThat(Nearest.question("trin", List.of("train"))).isEqualTo("Did you mean 'train'? ");
    }

    @Test
    void names_without_a_letter_in_common_are_not_alike() {
        assertThat(Nearest.to("z", List.of("x", "k"))).isEmpty();
        assertThat(Nearest.to("zz", List.of("x", "kk"))).isEmpty();
        assertThat(Nearest.to("mn", List.of("min", "k"))).contains("min");
    }

    @Test
    void of_equally_near_names_the_first_of_the_alphabet_is_meant() {
        assertThat(Nearest.to("carat_2", List.of("carat_3", "carat_1"))).contains("carat_1");
        assertThat(Nearest.first("carat_2", List.of("cut", "carat_3", "carat_1"), 2))
                .containsExactly("carat_1", "carat_3");
    }

    @Test
    void among_more_letters_than_can_be_compared_the_first_names_are_told() {
        List<String> many =
                IntStream.range(0, 10_000).mapToObj(i -> "a".repeat(90) + i).toList();

        assertThat(Nearest.to("a".repeat(90) + "x", many)).isEmpty();
        assertThat(Nearest.first("a".repeat(90) + "x", many, 2))
                .containsExactly("a".repeat(90) + 0, "a".repeat(90) + 1);
    }
}
