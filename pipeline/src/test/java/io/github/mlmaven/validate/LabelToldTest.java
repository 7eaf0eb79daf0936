package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.validate.TrainingSample.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** An input that tells the label by itself. */
class LabelToldTest extends Validating {

    private List<String> told(String task, String type, int rows, IntFunction<String> row) throws IOException {
        StringBuilder csv = new StringBuilder("a,b,y,s\n");
        for (int i = 0; i < rows; i++) {
            csv.append(row.apply(i)).append(",train\n");
        }
        project.file("d.csv", csv + "1,0.5,0,test\n2,0.25,1,test\n");
        return validate("""
                        task: %s
                        data: {source: d.csv, label: y, split: {column: s}}
                        columns:
                          a: {type: %s}
                          b: {type: number}
                          y: {type: %s}
                          s: {type: category}
                        """.formatted(task, type, task.equals("regression") ? "number" : "category")).stream()
                .filter(finding -> finding.contains("column-tells-label"))
                .toList();
    }

    @Test
    void a_category_that_tells_the_label_is_found_and_one_that_errs_in_one_of_twenty_rows_is_not() throws IOException {
        Random random = new Random(1);
        assertThat(told("classification", "category", 200, i -> "k" + i % 2 + "," + random.nextDouble() + "," + i % 2))
                .containsExactly(
                        "warning column-tells-label: Column 'a': by itself it tells a share of 1 of the label in 200"
                                + " training rows (model.yaml line 4). If it is known only once the label is, leave it out:"
                                + " 'features: {a: {encode: drop}}'. []");
        assertThat(told(
                        "classification",
                        "category",
                        200,
                        i -> "k" + (i % 20 == 0 ? 1 - i % 2 : i % 2) + "," + random.nextDouble() + "," + i % 2))
                .isEmpty();
    }

    @Test
    void of_fewer_than_a_hundred_rows_nothing_is_said() throws IOException {
        assertThat(told("classification", "category", 99, i -> "k" + i % 2 + ",1," + i % 2))
                .isEmpty();
        assertThat(told("classification", "category", 100, i -> "k" + i % 2 + ",1," + i % 2))
                .hasSize(1);
    }

    @Test
    void a_key_tells_nothing_as_each_value_comes_once() throws IOException {
        assertThat(told("classification", "category", 200, i -> "k" + i + ",1," + i % 2))
                .isEmpty();
    }

    @Test
    void a_number_that_a_threshold_parts_by_the_label_is_found() throws IOException {
        assertThat(told("classification", "number", 1_000, i -> (i % 2 == 0 ? 0.0 : i) + ",1," + i % 2))
                .hasSize(1);
        Random random = new Random(2);
        assertThat(told("classification", "number", 1_000, i -> random.nextDouble() + ",1," + random.nextInt(2)))
                .isEmpty();
    }

    @Test
    void a_number_that_is_the_label_in_another_unit_is_found_and_a_good_feature_is_not() throws IOException {
        Random random = new Random(3);
        assertThat(told("regression", "number", 1_000, i -> i * 2.54 + "," + random.nextDouble() + "," + i))
                .singleElement()
                .asString()
                .startsWith("warning column-tells-label: Column 'a': by itself it tells a share of 0.999 of the label");
        assertThat(told("regression", "number", 1_000, i -> i + 100 * random.nextGaussian() + ",1," + i))
                .isEmpty();
    }

    @Test
    void a_group_guesses_each_row_by_its_others() {
        List<Row> rows = new ArrayList<>();
        for (String each : new String[] {"1a", "1a", "1a", "2b", "2b", "3b"}) {
            rows.add(new Row(new long[] {each.charAt(0)}, each.substring(1), each.charAt(1) - 'a'));
        }
        // Of a 3 of 3 are right, of 2 both, of 3 none; the most frequent label has 3 of 6.
        assertThat(new OneRule(rows, 0, false).labels()).isEqualTo(2.0 / 3);
        // The row of group 3 is guessed by the mean of all others, 0.4: 0.36 of 6 times 0.36.
        assertThat(new OneRule(rows, 0, false).numbers()).isEqualTo(1 - 0.36 / (6 * 0.36), within(1e-12));
    }

    @Test
    void independent_columns_are_hardly_ever_called_so() {
        Random random = new Random(4);
        double most = 0;
        for (int repeat = 0; repeat < 200; repeat++) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                rows.add(new Row(new long[] {random.nextInt(60)}, "" + random.nextInt(2), random.nextDouble()));
            }
            OneRule rule = new OneRule(rows, 0, false);
            most = Math.max(most, Math.max(rule.labels(), rule.numbers()));
        }
        assertThat(most).isLessThan(0.5);
    }
}
