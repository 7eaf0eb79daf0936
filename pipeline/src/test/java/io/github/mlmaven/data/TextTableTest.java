package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable();

    private int code(String text) {
        byte[] bytes = ("x" + text).getBytes(StandardCharsets.UTF_8);
        int hash = 0;
        for (int i = 1; i < bytes.length; i++) {
            hash = TextTable.hash(hash, bytes[i]);
        }
        return table.code(bytes, 1, bytes.length, hash);
    }

    @Test
    void texts_have_the_codes_in_the_order_in_which_they_came() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(code("ä" + i)).isEqualTo(i);
            }
        }
        assertThat(table.size()).isEqualTo(100_000);
        assertThat(table.text(77_777)).isEqualTo("ä77777");
    }

    @Test
    void texts_of_one_hash_are_told_apart() {
        byte[] cells = "ab".getBytes(StandardCharsets.UTF_8);
        assertThat(table.code(cells, 0, 1, 7)).isZero();
        assertThat(table.code(cells, 1, 2, 7)).isOne();
        assertThat(table.code(cells, 0, 0, 7)).isEqualTo(2);
        assertThat(table.code(cells, 0, 1, 7)).isZero();
        assertThat(table.text(2)).isEmpty();
    }

    @Test
    void a_cleared_table_begins_anew() {
        assertThat(code("a")).isZero();
        assertThat(code("b")).isOne();
        table.clear();
        assertThat(table.size()).isZero();
        assertThat(code("b")).isZero();
    }
}
