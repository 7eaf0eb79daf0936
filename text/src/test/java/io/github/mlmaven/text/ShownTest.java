package io.github.mlmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void what_a_console_would_obey_is_escaped() {
        assertThat(Shown.whole("a\0b\r\n\tc\u001b[31md\u0085e\u007f"))
                .isEqualTo("a\\u0000b\\r\\n\\tc\\u001b[31md\\u0085e\\u007f");
        assertThat(Shown.whole("\u202eabc\u2066\u2028\u2029\ud83d"))
                .isEqualTo("\\u202eabc\\u2066\\u2028\\u2029\\ud83d");
    }

    @Test
    void a_message_keeps_its_lines() {
        assertThat(Shown.lines("a\u001b[2J\n\tb\r\n")).isEqualTo("a\\u001b[2J\n\tb\\r\n");
    }

    @Test
    void letters_of_all_kinds_are_shown_as_they_are() {
        String text = "Füße \u0645\u0631\u062d\u0628\u0627 \ud83d\udc27 C:\\new \u200d";
        assertThat(Shown.whole(text)).isSameAs(text);
    }

    @Test
    void what_is_longer_than_a_line_ends_in_dots() {
        String line = "x".repeat(79) + "\ud83d\udc27";
        assertThat(Shown.quoted(line)).isEqualTo("'" + line + "'");
        assertThat(Shown.quoted(line + "y")).isEqualTo("'" + line + "...'");
    }
}
