package io.github.mlmaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void a_text_keeps_its_code_however_many_come() {
        Dictionary dictionary = new Dictionary();

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100; i++) {
                assertThat(dictionary.code("text " + i)).isEqualTo(i);
            }
        }

        assertThat(dictionary.size()).isEqualTo(100);
        assertThat(dictionary.text(8)).isEqualTo("text 8");
        assertThatThrownBy(() -> dictionary.text(100)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_fixed_dictionary_takes_no_other_text() {
        Dictionary dictionary = Dictionary.fixed(List.of("a", "b"));

        assertThat(dictionary.code("b")).isEqualTo(1);
        assertThatThrownBy(() -> dictionary.code("c"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("a fixed dictionary does not have the text 'c'");
        assertThat(dictionary.size()).isEqualTo(2);
    }

    @Test
    void a_header_has_each_name_once() {
        Header header = new Header(List.of("a", "b", ""));

        assertThat(header.index("b")).isEqualTo(1);
        assertThat(header.index("")).isEqualTo(2);
        assertThat(header.index("c")).isEqualTo(-1);
        assertThatThrownBy(() -> new Header(List.of("a", "b", "a"))).hasMessage("two columns are named 'a'");
    }
}
