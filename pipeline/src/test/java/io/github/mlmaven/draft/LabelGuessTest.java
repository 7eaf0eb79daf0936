package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelGuessTest {

    private static final SeenColumn NUMBERS = column("size", 60, row -> row + ".5");
    private static final SeenColumn WORDS = column("cut", 60, row -> row % 2 == 0 ? "Fair" : "Good");
    private static final SeenColumn NAMES = column("name", 60, row -> "n" + row);

    /** Values repeat after as many rows. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "target, 2, 'a word', classification, one of 2 values",
        "target, 2, 'a number', classification, '2 whole numbers: task: regression and type: integer, if they are amounts'",
        "price,  4, 'a number', regression, a number",
        "rooms_count,  4, 'a number', regression, a number",
        "target, 30, 'a number', regression, a number",
    })
    void the_task_follows_from_the_values(String name, int repeats, String what, String task, String reason) {
        SeenColumn column = column(
                name, 60, row -> what.equals("a word") ? "w" + row % repeats : Integer.toString(3 + row % repeats));

        LabelGuess guess = LabelGuess.among(List.of(NUMBERS, column));

        assertThat(guess.column()).isEqualTo(name);
        assertThat(guess.task()).hasToString(task.toUpperCase(Locale.ROOT));
        assertThat(guess.taskReason()).isEqualTo(reason);
    }

    @Test
    void a_name_counts_more_than_the_place() {
        SeenColumn price = column("Price", 60, row -> row + ".25");

        assertThat(LabelGuess.among(List.of(price, NUMBERS)).column()).isEqualTo("Price");
        assertThat(LabelGuess.among(List.of(price, NUMBERS)).reason()).isEqualTo("by its name");
        assertThat(LabelGuess.among(List.of(WORDS, NUMBERS)).column()).isEqualTo("size");
        assertThat(LabelGuess.among(List.of(WORDS, NUMBERS)).reason()).isEqualTo("it is the last column");
    }

    @Test
    void y_is_no_label_beside_z() {
        SeenColumn y = column("y", 60, row -> row + ".5");
        SeenColumn z = column("z", 60, row -> row + ".5");

        assertThat(LabelGuess.among(List.of(y, WORDS)).column()).isEqualTo("y");
        assertThat(LabelGuess.among(List.of(y, z, WORDS)).column()).isEqualTo("cut");
    }

    @Test
    void where_no_guess_is_credible_a_person_is_asked() {
        assertThatThrownBy(() -> LabelGuess.among(List.of(NUMBERS, WORDS, NAMES)))
                .hasMessage(
                        "Which column should the model predict? None with a value in most rows is named like a label,"
                                + " and the last one, 'name', is none: every row has another value. Name it with -Dml.label, one of: size, cut.");
    }

    @Test
    void a_column_that_lacks_most_values_or_counts_the_rows_is_no_guess() {
        SeenColumn lacking = column("price", 60, row -> row % 7 == 0 ? "" : row + ".5");
        SeenColumn rare = column("price", 60, row -> row % 2 == 0 || row == 1 ? "" : row + ".5");
        SeenColumn counting = column("number", 60, Integer::toString);
        SeenColumn unique = column("generation", 60, row -> Integer.toString(7 * row));

        assertThat(LabelGuess.among(List.of(NUMBERS, lacking)).unlabelled()).isEqualTo(9);
        assertThatThrownBy(() -> LabelGuess.among(List.of(NUMBERS, rare)))
                .hasMessage(
                        "Which column should the model predict? None with a value in most rows is named like a label,"
                                + " and the last one, 'price', is none: 31 of 60 rows have no value. Name it with -Dml.label, one of: size.");
        assertThatThrownBy(() ->
                        LabelGuess.among(List.of(NUMBERS, column("grade", 60, row -> row % 7 == 0 ? "" : row + ".5"))))
                .hasMessageContaining("'grade', is none: 9 of 60 rows have no value.");
        assertThatThrownBy(() -> LabelGuess.among(List.of(NUMBERS, counting)))
                .hasMessageContaining("'number', is none: every row has another value.");
        assertThat(LabelGuess.among(List.of(NUMBERS, unique)).column()).isEqualTo("generation");
        assertThatThrownBy(() -> LabelGuess.among(List.of(column("only", 60, row -> ""))))
                .hasMessageEndingWith(
                        "'only', is none: 60 of 60 rows have no value. No other column can be one either: bring a column of"
                                + " numbers, or of a few texts that come again.");
    }

    @Test
    void a_label_that_is_not_there_or_cannot_be_predicted_is_told() {
        SeenColumn same = column("same", 60, row -> "a");
        SeenColumn date = column("sold", 60, row -> "2024-01-0" + (1 + row % 2));

        assertThatThrownBy(() -> LabelGuess.named("sise", List.of(NUMBERS, WORDS)))
                .hasMessage(
                        "The data has no column 'sise' to predict. Did you mean 'size'? Name one of its columns with"
                                + " -Dml.label: size, cut.");
        assertThatThrownBy(() -> LabelGuess.named("same", List.of(NUMBERS, same)))
                .hasMessage("Column 'same' cannot be predicted: all rows have the same value. Name another column with"
                        + " -Dml.label.");
        assertThatThrownBy(() -> LabelGuess.named("sold", List.of(NUMBERS, date)))
                .hasMessage("Column 'sold' cannot be predicted: it has dates. Name another column with -Dml.label.");
        assertThatThrownBy(() -> LabelGuess.named("name", List.of(NUMBERS, NAMES)))
                .hasMessage(
                        "Column 'name' cannot be predicted: every row has another value. Name another column with -Dml.label.");
    }

    @Test
    void labels_are_listed_all() {
        LabelGuess guess = LabelGuess.named("cut", List.of(NUMBERS, WORDS));

        assertThat(guess.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(guess.type().values()).containsExactly("Fair", "Good");
        assertThat(guess.reason()).isEqualTo("as it was asked for");
    }

    @ParameterizedTest
    @CsvSource({
        "house_id, named like a key, true",
        "customerId, named like a key, true",
        "ID, named like a key, true",
        "stone, counts the rows, true",
        "valid, , false",
    })
    void a_key_is_unique_and_has_a_name_or_counts(String name, String reason, boolean isKey) {
        SeenColumn counting = column(name, 60, row -> Integer.toString(reason == null ? 7 * row : 5 + row));

        Optional<IdGuess> id = IdGuess.among(List.of(NUMBERS, counting), Optional.empty());

        assertThat(id.map(IdGuess::column)).isEqualTo(isKey ? Optional.of(name) : Optional.empty());
        assertThat(id.map(IdGuess::reason).orElse("")).startsWith(reason == null ? "" : reason);
    }

    @Test
    void what_comes_twice_is_no_key() {
        SeenColumn twice = column("id", 60, row -> Integer.toString(row / 2));

        assertThat(IdGuess.among(List.of(twice), Optional.empty())).isEmpty();
    }

    private interface Values {
        String of(int row);
    }

    private static SeenColumn column(String name, int rows, Values values) {
        return Seen.decided(
                name,
                new ArrayList<>(IntStream.range(0, rows).mapToObj(values::of).toList()));
    }
}
