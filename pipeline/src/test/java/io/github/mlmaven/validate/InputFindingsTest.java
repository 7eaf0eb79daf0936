package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong with inputs as a whole. */
class InputFindingsTest extends Validating {

    @Test
    void inputs_that_teach_nothing_are_warnings() throws IOException {
        assertThat(health(20, i -> "7,," + i))
                .containsExactly(
                        "warning column-constant: Column 'a': every row has the value \"7\" (model.yaml line 4). A model"
                                + " learns nothing from it: leave it out with 'features: {a: {encode: drop}}', or correct the"
                                + " data. []",
                        "warning column-all-missing: Column 'k': no row has a value (model.yaml line 5). A model learns nothing"
                                + " from it: leave it out with 'features: {k: {encode: drop}}', or correct the data. []");
        assertThat(health(19, i -> "7,," + i)).isEmpty();
        assertThat(health(20, i -> (i == 3 ? "" : "7") + "," + (i == 3 ? "red" : "") + "," + i))
                .isEmpty();
    }

    @Test
    void nearly_as_many_categories_as_rows_are_a_warning() throws IOException {
        assertThat(health(198, i -> i + ",k" + i % 100 + "," + i * 7919 % 1009))
                .containsExactly(
                        "warning category-near-unique: Column 'k': 198 rows have about 100 different categories,"
                                + " which say little about other rows (model.yaml line 5). If it names the row, list it in data.id or"
                                + " give it the type text; if it is a number, say so. []");
        assertThat(health(200, i -> i + ",k" + i % 100 + "," + i * 7919 % 1009)).isEmpty();
        assertThat(health(198, i -> i + ",k" + i % 99 + "," + i * 7919 % 1009)).isEmpty();
    }

    @Test
    void more_categories_than_can_get_a_feature_each_are_an_error() throws IOException {
        assertThat(health(22_000, i -> i + ",k" + i % 11_000 + "," + i * 7919 % 1009))
                .singleElement()
                .asString()
                .matches(
                        "error category-too-wide: Column 'k': there are about 1[01]\\d{3} different categories, and each is to"
                                + " get a feature, of which 10000 are allowed \\(model.yaml line 5\\)\\. Leave it out with 'features:"
                                + " \\{k: \\{encode: drop}}', give it the type text, or merge rare categories in the data\\. \\[]");
        assertThat(health(22_000, i -> i + ",k" + i % 9_000 + "," + i * 7919 % 1009))
                .isEmpty();
    }

    private List<String> health(int rows, IntFunction<String> row) throws IOException {
        project.file(
                "d.csv",
                IntStream.range(0, rows)
                        .mapToObj(i -> row.apply(i) + "," + -i + "\n")
                        .collect(Collectors.joining("", "a,k,y,b\n", "")));
        return validate("""
                task: regression
                data: {source: d.csv, label: y}
                columns:
                  a: {type: number}
                  k: {type: category}
                  b: {type: integer}
                  y: {type: integer}
                """);
    }
}
