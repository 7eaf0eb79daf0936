package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a rule begins and ends to hold, and where it points to. */
class FindingEdgesTest extends Validating {

    @Test
    void a_range_is_pointed_to_at_its_least_value_or_if_it_has_none_at_its_greatest() throws IOException {
        String data = "a,y,s\n7,1,train\n2,2,test\n";
        assertThat(findings("a:\n    type: number\n    max: 3\n    min: 1", data))
                .containsExactly(
                        "error value-out-of-range: d.csv line 2, column 'a': found 7, the schema allows 1 to 3"
                                + " (model.yaml line 12). Correct the row, or change the range in model.yaml line 12. [d.csv:2 7]");
        assertThat(findings("a:\n    type: number\n    max: 3", data))
                .containsExactly(
                        "error value-out-of-range: d.csv line 2, column 'a': found 7, the schema allows at most 3"
                                + " (model.yaml line 11). Correct the row, or change the range in model.yaml line 11. [d.csv:2 7]");
    }

    @Test
    void a_range_wider_than_all_whole_numbers_bounds_none() throws IOException {
        String data = "a,y,s\n-999999999999999999,1,train\n999999999999999999,2,test\n";
        assertThat(findings("a: {type: integer, min: -1e30}", data)).isEmpty();
        assertThat(findings("a: {type: integer, max: 1e30}", data)).isEmpty();
        assertThat(findings("a: {type: integer, min: 1e30}", data))
                .singleElement()
                .asString()
                .contains("2 of 2 rows are so.");
        assertThat(findings("a: {type: integer, max: -1e30}", data))
                .singleElement()
                .asString()
                .contains("2 of 2 rows are so.");
    }

    @Test
    void the_greatest_whole_number_is_told_to_its_last_digit() throws IOException {
        assertThat(findings("a: {type: integer, min: 9223372036854775807}", "a,y,s\n1,1,train\n2,2,test\n"))
                .singleElement()
                .asString()
                .contains("found 1, the schema allows at least 9223372036854775807 (");
    }

    @Test
    void a_label_out_of_its_range_is_tolerated_as_another_column_is() throws IOException {
        assertThat(findings(
                        "a: {type: number}",
                        "y: {type: number, max: 10, max-invalid: 50%}",
                        "a,y,s\n1,1,train\n2,2,test\n3,11,train\n4,4,train\n"))
                .singleElement()
                .asString()
                .startsWith("warning value-out-of-range: d.csv line 4, column 'y': found 11");
    }

    @Test
    void of_a_constant_category_the_value_is_told() throws IOException {
        assertThat(health(20, i -> "red"))
                .singleElement()
                .asString()
                .startsWith("warning column-constant: Column 'k': every row has the value \"red\" ");
    }

    @Test
    void categories_are_near_unique_among_the_rows_that_have_one() throws IOException {
        // 100 categories in 198 of 400 rows, in 200 of them, and in 150 of 160 rows with one category too few.
        assertThat(health(400, i -> i < 198 ? "k" + i % 100 : ""))
                .singleElement()
                .asString()
                .startsWith("warning category-near-unique: Column 'k': 198 rows have about 100 different categories,");
        assertThat(health(400, i -> i < 200 ? "k" + i % 100 : "")).isEmpty();
        assertThat(health(160, i -> i < 150 ? "k" + i % 99 : "")).isEmpty();
    }

    @Test
    void of_two_labels_one_may_be_trained_alone_and_without_test_rows_none_is_untested() throws IOException {
        assertThat(labels("1,train,red\n2,train,red\n3,test,red\n4,test,blue\n"))
                .satisfiesExactly(untrained ->
                        assertThat(untrained).startsWith("warning label-not-trained: Column 'y': 1 of 2 rows have"));
        assertThat(labels("1,train,red\n2,train,blue\n3,test,red\n"))
                .satisfiesExactly(untested -> assertThat(untested)
                        .startsWith("warning label-not-tested: Column 'y': no test row has \"blue\""));
        assertThat(labels("1,train,red\n2,train,blue\n"))
                .satisfiesExactly(empty -> assertThat(empty).startsWith("error split-empty: "));
        assertThat(labels("1,test,red\n2,test,blue\n"))
                .satisfiesExactly(empty -> assertThat(empty).startsWith("error split-empty: "));
    }

    @Test
    void a_part_for_validation_that_gets_no_row_is_a_warning() throws IOException {
        project.file(
                "d.csv",
                IntStream.range(0, 20).mapToObj(i -> i + "," + -i + "\n").collect(Collectors.joining("", "a,y\n", "")));
        String spec = """
                task: regression
                data: {source: d.csv, label: y, split: {test: 50%, validation: 0.001%}}
                columns: {a: {type: number}, y: {type: number}}
                """;
        assertThat(validate(spec))
                .containsExactly(
                        "warning split-empty: The split makes none of 20 rows a validation row (model.yaml line 2)."
                                + " Add rows, or change the split in model.yaml line 2. []");
        assertThat(validate(spec.replace(", validation: 0.001%", ""))).isEmpty();
    }

    @Test
    void a_column_that_one_file_lacks_is_held_to_its_rules_in_the_others() throws IOException {
        project.file("data/1.csv", "a,y,s\nx,1,train\n2,2,test\n").file("data/2.csv", "y,s\n3,train\n");
        assertThat(validate(specText("data", "a: {type: number, required: true}")))
                .satisfiesExactlyInAnyOrder(
                        missing -> assertThat(missing).startsWith("error column-missing: data/2.csv has no column 'a'"),
                        clash -> assertThat(clash).startsWith("error type-mismatch: data/1.csv line 2, column 'a'"),
                        value -> assertThat(value).startsWith("error value-missing: data/2.csv line 2, column 'a'"));
    }

    @Test
    void a_column_that_has_no_value_at_all_lacks_those_that_are_required() throws IOException {
        assertThat(findings(
                        "a: {type: number, required: true}\n  b: {type: number}", "a,b,y,s\n,1,1,train\n,2,2,test\n"))
                .singleElement()
                .asString()
                .startsWith("error value-missing: d.csv line 2, column 'a'")
                .contains("2 of 2 rows are so.");
        assertThat(findings("a: {type: number, required: true, max-missing: 50%}", "y,s\n1,train\n2,test\n"))
                .singleElement()
                .asString()
                .startsWith("error column-missing: d.csv has no column 'a'");
    }

    @Test
    void a_column_too_many_hides_no_finding_of_the_split() throws IOException {
        assertThat(findings("a: {type: number}", "a,b,y,s\n1,1,1,train\n2,2,2,train\n"))
                .satisfiesExactly(
                        unknown -> assertThat(unknown).startsWith("error column-unknown: d.csv has "),
                        empty -> assertThat(empty).startsWith("error split-empty: "));
    }

    @Test
    void errors_come_first_and_then_the_order_of_the_schema_counts() throws IOException {
        assertThat(findings(
                        "c: {type: number, max: 1, severity: warning}\n  b: {type: number, max: 1}\n"
                                + "  a: {type: number, max: 1}",
                        "a,b,c,y,s\n2,3,4,1,train\n0,0,0,2,test\n"))
                .satisfiesExactly(
                        b -> assertThat(b).startsWith("error ").contains("column 'b': found 3"),
                        a -> assertThat(a).startsWith("error ").contains("column 'a': found 2"),
                        c -> assertThat(c).startsWith("warning ").contains("column 'c': found 4"));
    }

    @Test
    void a_table_has_at_least_and_at_most_the_rows_that_a_check_allows() throws IOException {
        String data = "a,y,s\n1,1,train\n2,2,train\n3,3,test\n";
        assertThat(findings("a: {type: number}\nchecks: [{rows: {min: 3, max: 3}}]", data))
                .isEmpty();
        assertThat(findings("a: {type: number}\nchecks: [{rows: {min: 4}}]", data))
                .satisfiesExactly(few -> assertThat(few).startsWith("error rows-too-few: "));
        assertThat(findings("a: {type: number}\nchecks: [{rows: {max: 2}, severity: warning}]", data))
                .satisfiesExactly(many -> assertThat(many).startsWith("warning rows-too-many: "));
    }

    @Test
    void of_numbers_that_are_all_missing_the_profile_has_no_range() throws IOException {
        findings("a: {type: number}", "a,y,s\n,1,train\n,2,test\n");
        assertThat(column("a").numbers()).isEmpty();
        assertThat(column("a").missing()).isEqualTo(2);
        assertThat(column("y").numbers().orElseThrow().max()).isEqualTo(2);
    }

    private List<String> labels(String rows) throws IOException {
        project.file("d.csv", "a,s,y\n" + rows);
        return validate("""
                task: classification
                data: {source: d.csv, label: y, split: {column: s}}
                columns:
                  a: {type: number}
                  s: {type: category}
                  y: {type: category}
                """);
    }

    private List<String> health(int rows, IntFunction<String> category) throws IOException {
        return findings(
                "k: {type: category}\n  b: {type: integer}",
                IntStream.range(0, rows)
                        .mapToObj(i ->
                                category.apply(i) + "," + i + "," + (i + 1) + (i % 4 == 0 ? ",test\n" : ",train\n"))
                        .collect(Collectors.joining("", "k,b,y,s\n", "")));
    }
}
