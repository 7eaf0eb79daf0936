package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeGuessTest {

    /** Values are separated by spaces, _ stands for a missing one. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    size     | 1.5 2 -3e2            | number   |
                    size     | 1.5 2 NA              | number   |
                    size     | 1 2 3                 | integer  | 3 different values: write category if they are codes
                    size     | 3.0 4.0 5             | integer  | 3 different values: write category if they are codes
                    size     | 1 2 3 4 5 6 7 8 9 10 11 12 13 | integer |
                    count    | 123456789012345678 1 2 | integer | 3 different values: write category if they are codes
                    count    | 1234567890123456789 1 2 | number |
                    flag     | 0 1 0                 | boolean  | 0 and 1 alone
                    flag     | true FALSE True       | boolean  |
                    flag     | 0 1 _ true            | boolean  |
                    flag     | true 2                | category |
                    flag     | yes no                | boolean  | yes or no by its words
                    flag     | Y n                   | boolean  | yes or no by its words
                    cut      | Fair Good Fair        | category |
                    cut      | Fair _ unknown        | category |
                    zip      | 01001 10001           | category | leading zeros: codes and no numbers
                    zip_code | 10001 20002           | category | whole numbers, by the name codes without an order
                    decode   | 10001 20002           | integer  | 2 different values: write category if they are codes
                    size     | 1 2 3 many            | category | numbers but for "many": of csv files a text in data.missing is read as a missing value
                    flag     | Ja Nein               | boolean  | yes or no by its words
                    flag     | oui non               | boolean  | yes or no by its words
                    flag     | WAHR falsch           | boolean  | yes or no by its words
                    flag     | ja nee Ja             | boolean  | yes or no by its words
                    flag     | yes no maybe          | category |
                    flag     | yes nein              | category |
                    price    | 1,5 2,25 3            | text     | numbers such as 2,25, and no one way of writing numbers makes some of this and all other columns
                    empty    | _ _                   | text     | no row has a value
                    empty    | NA ?                  | text     | no row has a value
                    same     | a a                   | category | all rows have the same value: nothing to learn from
                    same     | 7 7                   | integer  | all rows have the same value: nothing to learn from
                    same     | 7 _                   | integer  | 1 different values: write category if they are codes
                    """)
    void a_type_is_told_by_how_all_values_are_written(String name, String values, String type, String reason) {
        List<String> texts = List.of(values.split(" ")).stream()
                .map(value -> value.equals("_") ? "" : value)
                .toList();

        Guess guess = TypeGuess.of(Seen.decided(name, texts));

        assertThat(guess.type()).hasToString(type.toUpperCase(Locale.ROOT));
        assertThat(guess.reason()).isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void one_value_far_down_decides_as_much_as_the_first() {
        List<String> values = new ArrayList<>(Collections.nCopies(100_000, "12"));
        values.add("twelve");

        assertThat(TypeGuess.of(Seen.decided("size", values)).type()).isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void what_is_different_in_nearly_every_row_is_a_text() {
        assertThat(TypeGuess.of(Seen.decided("name", distinct(100, 1))))
                .isEqualTo(Guess.text("every row has another value: a name or a key"));
        List<String> twice = new ArrayList<>(distinct(100, 1));
        twice.addAll(twice.subList(0, 60));
        assertThat(TypeGuess.of(Seen.decided("name", twice)))
                .isEqualTo(Guess.text("100 different values among 160: a name or a key"));
        assertThat(TypeGuess.of(Seen.decided("name", distinct(100, 2))))
                .isEqualTo(Guess.category(List.of(), "100 different values: more than are worth a list"));
        assertThat(TypeGuess.of(Seen.decided("name", distinct(300, 4))))
                .isEqualTo(Guess.text("300 different values: too many for a feature each"));
    }

    @Test
    void values_that_occur_once_say_that_others_will_come() {
        List<String> towns = new ArrayList<>(Collections.nCopies(30, "Köln"));
        towns.addAll(List.of("Bonn", "Bonn", "Trier"));
        String told =
                "1 of 3 values occurs once: a new one is an error unless max-unseen allows some, or values is left out";

        assertThat(TypeGuess.of(Seen.decided("town", towns)))
                .isEqualTo(Guess.category(List.of("Bonn", "Köln", "Trier"), told));
        towns.add("Trier");
        assertThat(TypeGuess.of(Seen.decided("town", towns)).reason()).isEmpty();
    }

    @Test
    void long_texts_are_prose() {
        assertThat(TypeGuess.of(Seen.decided("note", List.of("a".repeat(101), "b", "b"))))
                .isEqualTo(Guess.text("up to 101 letters: prose"));
    }

    @Test
    void categories_are_listed_in_the_order_of_their_numbers_if_they_are_some() {
        assertThat(TypeGuess.of(Seen.decided("class", List.of("10", "9", "-1"))).values())
                .containsExactly("-1", "9", "10");
        assertThat(TypeGuess.of(Seen.decided("grade", List.of("b", "B", "a"))).values())
                .containsExactly("B", "a", "b");
    }

    @Test
    void a_doubtful_text_is_missing_among_numbers_in_all_columns_and_a_value_elsewhere() {
        SeenColumn numbers = Seen.column("size", List.of("1.5", "none", "2"));
        SeenColumn words = Seen.column("garage", List.of("none", "attached", "NA"));

        SeenTable both = SeenTable.decided(List.of(numbers, words));
        SeenTable alone = SeenTable.decided(List.of(words));

        assertThat(both.missing()).containsExactly("NA", "none");
        assertThat(TypeGuess.of(both.columns().get(0)).type()).isEqualTo(ColumnType.NUMBER);
        assertThat(both.columns().get(1).size().missing()).isEqualTo(2);
        assertThat(alone.missing()).containsExactly("NA");
        assertThat(TypeGuess.of(alone.columns().get(0)).values()).containsExactly("attached", "none");
    }

    private static List<String> distinct(int different, int times) {
        return IntStream.range(0, different * times)
                .mapToObj(i -> "n" + i % different)
                .toList();
    }
}
