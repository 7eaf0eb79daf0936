package io.github.mlmaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Column.Clash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final Dictionary CUTS = Dictionary.of(List.of("Fair", "Ideal"));
    private static final Batch ROWS = new Batch(
            3,
            new long[] {7, 8, 9},
            Map.of(
                    "carat", new Column.Doubles(new double[] {0.5, Double.NaN, 3}, 3, List.of(new Clash(1, "n/a"))),
                    "price", new Column.Longs(new long[] {326, Column.Longs.MISSING, 12}, 3, List.of()),
                    "sold", new Column.Booleans(new byte[] {1, 0, Column.Booleans.MISSING}, 3, List.of()),
                    "cut", new Column.Texts(new int[] {1, Column.Texts.MISSING, 0}, 3, CUTS)));

    @Test
    void a_value_is_a_number_or_a_text() {
        assertThat(ROWS.column("carat").number(0)).isEqualTo(0.5);
        assertThat(ROWS.column("price").number(0)).isEqualTo(326);
        assertThat(ROWS.column("sold").number(0)).isEqualTo(1);
        assertThat(ROWS.column("carat").text(2)).isEqualTo("3");
        assertThat(ROWS.column("price").text(2)).isEqualTo("12");
        assertThat(ROWS.column("sold").text(1)).isEqualTo("false");
        assertThat(ROWS.column("cut").text(0)).isEqualTo("Ideal");
        assertThatThrownBy(() -> ROWS.column("cut").number(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_missing_value_is_no_number_and_has_no_text() {
        for (String name : List.of("carat", "price", "cut")) {
            assertThat(ROWS.column(name).isMissing(1)).as(name).isTrue();
            assertThatThrownBy(() -> ROWS.column(name).text(1)).hasMessage("row 1 has no value");
        }
        assertThat(ROWS.column("carat").number(1)).isNaN();
        assertThat(ROWS.column("price").number(1)).isNaN();
        assertThat(ROWS.column("sold").number(2)).isNaN();
    }

    @Test
    void picked_rows_keep_their_positions_values_and_clashes() {
        Batch picked = ROWS.pick(new int[] {1, 2}, 2);
        assertThat(picked.position(0)).isEqualTo(8);
        assertThat(picked.column("carat").clashes()).containsExactly(new Clash(0, "n/a"));
        assertThat(picked.column("cut").text(1)).isEqualTo("Fair");
        assertThat(picked.column("price").number(1)).isEqualTo(12);
    }

    @Test
    void a_batch_has_the_columns_that_are_wanted_and_one_more() {
        Batch some = ROWS.only(List.of("cut", "carat"));
        assertThat(some.names()).containsExactly("cut", "carat");
        assertThat(some.position(2)).isEqualTo(9);
        Batch more = some.with("sold", ROWS.column("sold"));
        assertThat(more.names()).containsExactly("cut", "carat", "sold");
        assertThat(more.column("sold").text(1)).isEqualTo("false");
    }

    @Test
    void columns_have_as_many_rows_as_the_batch() {
        assertThatThrownBy(() -> Batch.of(2, Map.of("cut", ROWS.column("cut"))))
                .hasMessage("column 'cut' has 3 rows, the batch 2");
        assertThatThrownBy(() -> ROWS.column("colour")).hasMessageStartingWith("no column 'colour', there are ");
    }

    @Test
    void a_dictionary_gives_a_text_one_code() {
        Dictionary dictionary = Dictionary.of(List.of("a", "b", "a"));
        assertThat(dictionary.size()).isEqualTo(2);
        assertThat(dictionary.code("c")).isEqualTo(2);
        assertThat(dictionary.code("b")).isEqualTo(1);
        assertThat(dictionary.text(2)).isEqualTo("c");
    }
}
