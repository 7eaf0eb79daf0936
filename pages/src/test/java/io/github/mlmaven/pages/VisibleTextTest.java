package io.github.mlmaven.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void what_nobody_sees_or_turns_the_text_is_its_number() {
        assertThat(VisibleText.value("a\u202Eb\u0000\n\t\uD800\u200B\uFEFFc"))
                .isEqualTo("a\\u{202e}b\\u{0}\\u{a}\\u{9}\\u{d800}\\u{200b}\\u{feff}c");
    }

    @Test
    void letters_of_all_scripts_and_signs_stay() {
        assertThat(VisibleText.value("Größe שלום 大小 \uD83D\uDE00 <&>\"'"))
                .isEqualTo("Größe שלום 大小 \uD83D\uDE00 <&>\"'");
    }

    @Test
    void what_is_long_is_cut_and_what_is_empty_is_said_to_be() {
        assertThat(VisibleText.value("x".repeat(161))).isEqualTo("x".repeat(160) + "… (161 characters)");
        assertThat(VisibleText.name("x".repeat(81))).isEqualTo("x".repeat(80) + "… (81 characters)");
        assertThat(VisibleText.value("")).isEqualTo("(empty)");
        assertThat(VisibleText.name("")).isEqualTo("(no name)");
    }

    @Test
    void a_share_is_never_rounded_to_none_or_all() {
        assertThat(ColumnViews.share(0, 10)).isEqualTo("0 %");
        assertThat(ColumnViews.share(0, 0)).isEqualTo("0 %");
        assertThat(ColumnViews.share(1, 1_000_000)).isEqualTo("< 0.1 %");
        assertThat(ColumnViews.share(999_999, 1_000_000)).isEqualTo("> 99.9 %");
        assertThat(ColumnViews.share(1, 3)).isEqualTo("33.3 %");
        assertThat(ColumnViews.share(10, 10)).isEqualTo("100 %");
    }
}
