package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelCopyTest extends Validating {

    private static final String REGRESSION = """
            task: regression
            data: {source: d.csv, label: y, split: {test: 50%}}
            columns:
              a: {type: number}
              b: {type: integer}
              y: {type: number}
              n: {type: number}
            """;

    private static final String CLASSIFICATION = """
            task: classification
            data: {source: d.csv, label: y, split: {test: 50%}}
            columns:
              a: {type: category}
              b: {type: integer}
              y: {type: boolean}
              n: {type: number}
            """;

    @Test
    void a_number_that_is_the_label_again_is_told_with_its_rows() throws IOException {
        assertThat(health(REGRESSION, 30, i -> (i < 6 ? "" : i + ".50") + "," + i % 7 + "," + i + ".5"))
                .containsExactly(
                        "warning feature-equals-label: Column 'a' says the label 'y' again in each of the 24 rows that"
                                + " have both, of 30 (model.yaml line 4). If nobody knows it before the label, leave it out with"
                                + " 'features: {a: {encode: drop}}'. []");
    }

    @Test
    void one_row_that_differs_is_enough_to_say_nothing() throws IOException {
        assertThat(health(REGRESSION, 30, i -> i + "," + i % 7 + "," + (i == 29 ? 28.999 : i)))
                .isEmpty();
        assertThat(health(REGRESSION, 19, i -> i + "," + i % 7 + "," + i))
                .as("of fewer rows nothing is said")
                .isEmpty();
    }

    @Test
    void whole_numbers_beyond_a_double_are_compared_to_the_last_digit() throws IOException {
        String integers = REGRESSION.replace("y: {type: number}", "y: {type: integer}");

        assertThat(health(integers, 20, i -> "1,90071992547409" + (60 + i) + ",90071992547409" + (60 + i)))
                .hasSize(2)
                .anyMatch(found -> found.startsWith("warning feature-equals-label: Column 'b' "));
        assertThat(health(
                        integers,
                        20,
                        i -> i % 3 + ",90071992547409" + (60 + i) + ",90071992547409" + (i == 1 ? 60 : 60 + i)))
                .isEmpty();
    }

    @Test
    void the_first_whole_number_that_a_double_shares_with_another_is_compared_by_its_digits() {
        long shared = 1L << 53;
        LabelCopy.Equal equal = new LabelCopy.Equal("a", "y");
        LabelCopy.Equal.Numbers seen = equal.start();

        equal.add(seen, Batch.of(2, Map.of("a", whole(1, shared), "y", whole(1, shared))));
        assertThat(equal.value(seen)).isEqualTo(2);
        equal.add(seen, Batch.of(1, Map.of("a", whole(shared), "y", whole(shared + 1))));
        assertThat(equal.value(seen)).isZero();
    }

    private static Column whole(long... values) {
        return new Column.Longs(values, values.length, List.of());
    }

    @Test
    void a_column_that_is_the_label_again_is_not_said_to_tell_it_too() throws IOException {
        assertThat(health(REGRESSION, 120, i -> i + ".5," + i % 7 + "," + i + ".5"))
                .singleElement()
                .asString()
                .startsWith(
                        "warning feature-equals-label: Column 'a' says the label 'y' again in each of the 120 rows");
    }

    @Test
    void a_value_of_its_own_for_each_label_is_the_label_in_other_words() throws IOException {
        assertThat(health(CLASSIFICATION, 40, i -> (i % 2 == 0 ? "won" : "lost") + "," + i % 2 + "," + (i % 2 == 0)))
                .satisfiesExactly(
                        category -> assertThat(category)
                                .startsWith(
                                        "warning feature-equals-label: Column 'a' says the label 'y' again in each of the"
                                                + " 40 rows that have both, of 40 (model.yaml line 4)."),
                        number -> assertThat(number).startsWith("warning feature-equals-label: Column 'b' "));
    }

    @Test
    void two_values_of_one_label_or_two_labels_of_one_value_are_no_other_words() throws IOException {
        assertThat(health(
                        CLASSIFICATION,
                        40,
                        i -> (i % 2 == 0 ? "won" : "lost" + i % 4) + "," + i % 3 + "," + (i % 2 == 0)))
                .isEmpty();
        assertThat(health(
                        CLASSIFICATION,
                        40,
                        i -> (i % 2 == 0 || i == 39 ? "won" : "lost") + "," + i % 3 + "," + (i % 2 == 0)))
                .isEmpty();
    }

    private List<String> health(String spec, int rows, IntFunction<String> row) throws IOException {
        project.file(
                "d.csv",
                IntStream.range(0, rows)
                        .mapToObj(i -> row.apply(i) + "," + (i + 0.25) + "\n")
                        .collect(Collectors.joining("", "a,b,y,n\n", "")));
        return validate(spec);
    }
}
