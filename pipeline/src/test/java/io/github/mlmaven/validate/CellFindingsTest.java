package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.report.FindingText;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is wrong with the values of a column. */
class CellFindingsTest extends Validating {

    @Test
    void a_text_that_is_no_number_is_a_type_mismatch() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\nabc,1,train\n11,2,test\n1;5,3,train\n"))
                .containsExactly("error type-mismatch: d.csv line 2, column 'a': found \"abc\", the schema says number"
                        + " (model.yaml line 9); 2 of 3 rows are so. Correct the row, or change the type in"
                        + " model.yaml line 9. [d.csv:2 abc, d.csv:4 1;5]");
    }

    @Test
    void a_fraction_is_no_integer() throws IOException {
        assertThat(findings("a: {type: integer}", "a,y,s\n1.0,1,train\n1e3,2,test\n1.5,3,train\n"))
                .containsExactly("error type-mismatch: d.csv line 4, column 'a': found \"1.5\", the schema says integer"
                        + " (model.yaml line 9). Correct the row, or change the type in model.yaml line 9."
                        + " [d.csv:4 1.5]");
    }

    @Test
    void a_whole_number_of_more_than_eighteen_digits_is_no_integer() throws IOException {
        assertThat(findings(
                        "a: {type: integer}",
                        "a,y,s\n123456789012345678,1,train\n1234567890123456789,2,test\n0,3,train\n"))
                .singleElement()
                .asString()
                .contains("line 3, column 'a': found \"1234567890123456789\", the schema says integer");
        assertThat(column("a").numbers().orElseThrow().max()).isEqualTo(1.2345678901234568E17);
    }

    @Test
    void another_text_than_true_and_false_is_no_boolean() throws IOException {
        assertThat(findings("a: {type: boolean}", "a,y,s\nTrue,1,train\n0,2,test\nyes,3,train\n"))
                .containsExactly("error type-mismatch: d.csv line 4, column 'a': found \"yes\", the schema says boolean"
                        + " (model.yaml line 9). A boolean is true, false, 1 or 0. If the column says it in other words,"
                        + " list them in model.yaml: {type: boolean, true-values: ['yes'], false-values: ['no']}; else"
                        + " correct the row. [d.csv:4 yes]");
    }

    @Test
    void a_boolean_of_other_words_is_one_of_those_that_are_listed() throws IOException {
        assertThat(findings(
                        "a: {type: boolean, true-values: ['Yes', J], false-values: ['No', '0']}",
                        "a,y,s\nYes,1,train\nJ,2,test\nNo,3,train\n0,1,train\nTRUE,3,train\nfalse,3,train\n,3,train\n"))
                .noneMatch(finding -> finding.contains("type-mismatch"));
        assertThat(findings(
                        "a: {type: boolean, true-values: ['Yes', J], false-values: ['No']}",
                        "a,y,s\nyes,1,train\nJ,2,test\n1,3,train\n0,3,train\n"))
                .containsExactly("error type-mismatch: d.csv line 2, column 'a': found \"yes\", the schema says boolean"
                        + " (model.yaml line 9); 3 of 4 rows are so. Correct the row, or list the text in true-values"
                        + " (model.yaml line 9): ['Yes', 'J'] or in false-values: ['No']."
                        + " [d.csv:2 yes, d.csv:4 1, d.csv:5 0]");
    }

    @Test
    void a_number_must_be_finite() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\nNaN,1,train\n11,2,test\n-inf,3,train\n"))
                .containsExactly("error not-finite: d.csv line 2, column 'a': found \"NaN\", a number must be finite"
                        + " (model.yaml line 9); 2 of 3 rows are so. Correct the row, or leave the value empty"
                        + " if it is unknown, or list \"NaN\" in data.missing. [d.csv:2 NaN, d.csv:4 -inf]");
    }

    @Test
    void a_number_outside_its_range_is_found() throws IOException {
        assertThat(findings("a: {type: number, min: 0.5, max: 10}", "a,y,s\n0.5,1,train\n11,2,test\n-3,3,train\n"))
                .containsExactly(
                        "error value-out-of-range: d.csv line 3, column 'a': found 11, the schema allows 0.5 to 10"
                                + " (model.yaml line 9); 2 of 3 rows are so. Correct the row, or change the range in"
                                + " model.yaml line 9. [d.csv:3 11, d.csv:4 -3]");
    }

    @Test
    void whole_numbers_are_held_to_their_range_to_the_last_digit() throws IOException {
        assertThat(findings("a: {type: integer, min: -9007199254740993, max: 9007199254740993}", """
                        a,y,s
                        9007199254740993,1,train
                        9007199254740994,2,test
                        -9007199254740994,3,train
                        -9007199254740993,4,train
                        """))
                .containsExactly(
                        "error value-out-of-range: d.csv line 3, column 'a': found 9007199254740994, the schema"
                                + " allows -9007199254740993 to 9007199254740993 (model.yaml line 9); 2 of 4 rows are so. Correct"
                                + " the row, or change the range in model.yaml line 9. [d.csv:3 9007199254740994,"
                                + " d.csv:4 -9007199254740994]");
        assertThat(findings(
                        "a: {type: integer, min: 0.5, max: 1e20}",
                        "a,y,s\n0,1,train\n1,2,test\n999999999999999999,3,train\n"))
                .singleElement()
                .asString()
                .contains("line 2, column 'a': found 0, the schema allows 0.5 to 100000000000000000000 (");
    }

    @Test
    void digits_with_underscores_are_no_number() throws IOException {
        assertThat(findings("a: {type: number}\n  b: {type: integer}", "a,b,y,s\n1_000,2,1,train\n1,1_2,2,test\n"))
                .satisfiesExactly(
                        number -> assertThat(number)
                                .startsWith("error type-mismatch: d.csv line 2, column 'a': found \"1_000\""),
                        integer -> assertThat(integer)
                                .startsWith("error type-mismatch: d.csv line 3, column 'b': found \"1_2\""));
    }

    @Test
    void a_category_outside_its_list_is_found() throws IOException {
        assertThat(findings(
                        "k: {type: category, values: [red, green]}",
                        "k,y,s\nred,1,train\ngrean,2,test\ngreen,3,train\n"))
                .containsExactly("error value-not-allowed: d.csv line 3, column 'k': found \"grean\", the schema allows"
                        + " \"red\", \"green\" (model.yaml line 9). Did you mean 'green'? Correct the row, or add the"
                        + " value in model.yaml line 9. [d.csv:3 grean]");
    }

    @Test
    void a_missing_value_that_is_required_is_found() throws IOException {
        assertThat(findings("a: {type: number, required: true}", "a,y,s\n1,1,train\n,2,test\n2,3,train\n"))
                .containsExactly(
                        "error value-missing: d.csv line 3, column 'a': the value is missing, the schema requires"
                                + " one (model.yaml line 9). Fill it in, remove the row, or drop 'required' in"
                                + " model.yaml line 9. [d.csv:3 ]");
    }

    @Test
    void too_many_missing_values_are_found() throws IOException {
        assertThat(findings("a: {type: number, max-missing: 20%}", "a,y,s\n1,1,train\n,2,test\n2,3,train\n"))
                .containsExactly(
                        "error missing-share: Column 'a': 1 of 3 rows have no value, the schema allows a share of"
                                + " 0.2 (model.yaml line 9). Fill the values in, or allow more in model.yaml line 9. []");
    }

    @Test
    void a_value_that_must_be_unique_and_is_not_is_found_where_it_comes_again() throws IOException {
        assertThat(findings("a: {type: number, unique: true}", "a,y,s\n7,1,train\n,2,test\n7,3,train\n,4,test\n"))
                .containsExactly(
                        "error value-not-unique: d.csv line 4, column 'a': found \"7\" again, the schema says unique"
                                + " (model.yaml line 9). Remove the row, or drop 'unique' in model.yaml line 9. [d.csv:4 7]");
    }

    @Test
    void breaks_within_the_tolerated_share_are_warnings_and_beyond_it_errors() throws IOException {
        String data = "a,y,s\nabc,1,train\n11,2,test\n2,3,train\n4,5,test\n";
        assertThat(findings("a: {type: number, max: 10, max-invalid: 50%}", data))
                .allMatch(finding -> finding.startsWith("warning"))
                .hasSize(2);
        assertThat(findings("a: {type: number, max: 10, max-invalid: 49%}", data))
                .allMatch(finding -> finding.startsWith("error"))
                .hasSize(2);
        assertThat(column("a").missing()).isEqualTo(1);
    }

    @Test
    void a_label_that_cannot_be_read_is_not_tolerated() throws IOException {
        assertThat(findings(
                        "a: {type: number}",
                        "y: {type: number, max-invalid: 100%}",
                        "a,y,s\n1,x,train\n2,1,test\n3,2,train\n"))
                .singleElement()
                .asString()
                .startsWith("error type-mismatch: d.csv line 2, column 'y'");
    }

    @Test
    void decimal_commas_of_many_columns_are_one_cause() throws IOException {
        assertThat(findings(
                        "a: {type: number}\n  b: {type: number}\n  c: {type: number}\n  d: {type: number}",
                        "a,b,c,d,y,s\n\"1,5\",\"2,5\",\"3,5\",4.5,1,train\n\"2,5\",\"1,5\",x,\"4,5\",2,test\n"))
                .containsExactly(
                        "error type-mismatch: d.csv line 2, column 'a': found \"1,5\", the schema says number (model.yaml line"
                                + " 9); 2 of 2 rows are so; so are texts of the columns 'b', 'c', 'd'. If the numbers of the file are"
                                + " written so, say it below data in model.yaml: csv: {decimal: \",\"}; else write 1.5. [d.csv:2 1,5,"
                                + " d.csv:3 2,5]");
        assertThat(findings(
                        "a: {type: number}\n  b: {type: number, severity: warning}\n  c: {type: number}",
                        "a,b,c,y,s\n\"1,5\",\"2,5\",x,1,train\n2,3,4,2,test\n"))
                .extracting(finding -> finding.substring(0, finding.indexOf(':', 30)))
                .containsExactly(
                        "error type-mismatch: d.csv line 2, column 'a'",
                        "error type-mismatch: d.csv line 2, column 'c'",
                        "warning type-mismatch: d.csv line 2, column 'b'");
    }

    @Test
    void a_text_in_a_number_column_is_explained() throws IOException {
        assertThat(remedy("number", "NA"))
                .isEqualTo(
                        "If \"NA\" stands for no value, list it in data.missing, as in missing: ['', 'NA']; else correct"
                                + " the row.");
        assertThat(remedy("integer", " ")).startsWith("If \" \" stands for no value, list it in data.missing, as in");
        assertThat(remedy("number", "n/a")).startsWith("If \"n/a\" stands for no value");
        assertThat(remedy("number", "?")).startsWith("If \"?\" stands for no value");
        assertThat(remedy("number", "44,2"))
                .isEqualTo("If the numbers of the file are written so, say it below data in model.yaml: csv: {decimal:"
                        + " \",\"}; else write 44.2.");
        assertThat(remedy("integer", "1,044"))
                .isEqualTo(
                        "If the numbers of the file are written so, say it below data in model.yaml: csv: {thousands:"
                                + " \",\"}; else write 1044, or 1.044 if the comma is the decimal point.");
        assertThat(remedy("number", "1,234,567.5"))
                .isEqualTo(
                        "If the numbers of the file are written so, say it below data in model.yaml: csv: {thousands:"
                                + " \",\"}; else write 1234567.5.");
        assertThat(remedy("number", "1.234,5"))
                .isEqualTo("If the numbers of the file are written so, say it below data in model.yaml: csv: {decimal:"
                        + " \",\", thousands: \".\"}; else write 1234.5.");
        assertThat(remedy("number", "1_000"))
                .isEqualTo(
                        "If the numbers of the file are written so, say it below data in model.yaml: csv: {thousands:"
                                + " \"_\"}; else write 1000.");
        assertThat(remedy("boolean", "Yes"))
                .isEqualTo("A boolean is true, false, 1 or 0. If the column says it in other words, list them in"
                        + " model.yaml: {type: boolean, true-values: ['Yes'], false-values: ['No']}; else correct the"
                        + " row.");
        assertThat(remedy("boolean", "N"))
                .isEqualTo(
                        "A boolean is true, false, 1 or 0. If the column says it in other words, list them in"
                                + " model.yaml: {type: boolean, true-values: ['Y'], false-values: ['N']}; else correct the row.");
        assertThat(remedy("boolean", " Yes")).isEqualTo("Correct the row, or change the type in model.yaml line 9.");
        assertThat(remedy("number", "NaN"))
                .isEqualTo(
                        "Correct the row, or leave the value empty if it is unknown, or list \"NaN\" in data.missing.");
    }

    private String remedy(String type, String cell) throws IOException {
        project.spec(specText("d.csv", "a: {type: " + type + "}"))
                .file("d.csv", "a,y,s\n\"" + cell + "\",1,train\n1,2,test\n0,3,train\n");
        try (Table table = project.open()) {
            return FindingText.remedy(
                    DataValidation.of(table, project.spec()).findings().get(0));
        }
    }
}
