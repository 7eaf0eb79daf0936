package io.github.mlmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void a_text_that_fits_stays_as_it_is() {
        assertThat(Excerpt.of("abc", 3)).isEqualTo("abc");
        assertThat(Excerpt.of("", 0)).isEmpty();
    }

    @Test
    void of_a_longer_one_the_beginning_is_shown_and_its_length() {
        assertThat(Excerpt.of("a".repeat(10_000), 3)).isEqualTo("aaa… (10,000 characters)");
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(Excerpt.of("\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02", 2))
                .isEqualTo("\uD83D\uDE00\uD83D\uDE01… (3 characters)");
    }
}
