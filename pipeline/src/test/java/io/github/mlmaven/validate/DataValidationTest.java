package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.report.FindingText;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.KebabCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataValidationTest {

    @TempDir
    Path directory;

    private Project project;
    private Profile profile = new Profile(Profile.FORMAT, 0, new TreeMap<>());

    @BeforeEach
    void create() {
        project = new Project(directory);
    }

    @Test
    void data_that_holds_has_no_finding() throws IOException {
        assertThat(findings("a: {type: number, min: 0, max: 2}", "a,y,s\n0,1,train\n2,2,test\n,3,validation\n"))
                .isEmpty();
    }

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
                        + " (model.yaml line 9). A boolean is true, false, 1 or 0: write \"yes\" as one of them, or give"
                        + " the column the type category. [d.csv:4 yes]");
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
    void a_header_that_is_not_the_schema_is_one_finding_that_names_all() throws IOException {
        assertThat(findings(
                        "a: {type: number}\n  carrot: {type: number}\n  b: {type: number}",
                        "a,a,carot,z,y,s\n1,2,3,0,1,train\n1,2,3,0,2,test\n"))
                .containsExactly(
                        "error column-missing: d.csv lacks 2 columns that the schema declares (model.yaml line 6):"
                                + " 'carrot', 'b'; it has 'carot', 'z', which the schema lacks. Is 'carot' meant to be"
                                + " 'carrot'? Give the header and the columns of model.yaml the same"
                                + " names. []",
                        "error column-duplicate: d.csv has more than one column 'a'. Rename or remove all but one; until then"
                                + " the first is read. []");
    }

    @Test
    void a_column_that_the_data_lacks_and_one_that_the_schema_lacks_are_named() throws IOException {
        assertThat(findings("a: {type: number}\n  pool: {type: number}", "a,y,s\n1,1,train\n2,2,test\n"))
                .containsExactly(
                        "error column-missing: d.csv has no column 'pool', which the schema declares (model.yaml"
                                + " line 10). Add the column to the data, or remove it from model.yaml line 10. []");
        assertThat(findings("a: {type: number}", "a,b,y,c,s\n1,1,1,1,train\n2,2,2,2,test\n"))
                .containsExactly(
                        "error column-unknown: d.csv has 2 columns that the schema lacks: 'b', 'c'. Add them to the"
                                + " columns (model.yaml line 6), with type text if they are for people only, or remove them from"
                                + " the data. []");
    }

    @Test
    void a_file_without_a_header_is_one_finding() throws IOException {
        assertThat(findings("a: {type: number}", "1,1,train\n2,2,test\n"))
                .containsExactly(
                        "error column-missing: d.csv lacks 3 columns that the schema declares (model.yaml line 6): 'y', 's',"
                                + " 'a'; it has '1', 'train', which the schema lacks. Write the names of the columns into its"
                                + " first line, or correct the columns in model.yaml. []");
    }

    @Test
    void another_separator_is_one_finding() throws IOException {
        String checks = "a: {type: number}\nchecks: [{rows: {min: 5}}, {sql: a > 1}]";
        assertThat(findings(checks, "a;y;s\n1,5;2;train\n\"x;2\n"))
                .containsExactly("error separator-unexpected: d.csv has one field in its header, which looks as if ';'"
                        + " separates its fields, where its name says ','. Write it with ',', or with tabs and the ending"
                        + " .tsv; its numbers then need a '.' where they have a ','. []");
        assertThat(findings(checks, "a\ty\ts\n1\t2\ttrain\n"))
                .containsExactly(
                        "error separator-unexpected: d.csv has one field in its header, which looks as if a tab"
                                + " separates its fields, where its name says ','. End its name with .tsv, or write it with ','. []");
        project.file("d.tsv", "a,y,s\n1,2,train\n");
        assertThat(validate(specText("d.tsv", checks)))
                .containsExactly("error separator-unexpected: d.tsv has one field in its header, which looks as if ','"
                        + " separates its fields, where its name says a tab. End its name with .csv, or write it with"
                        + " tabs. []");
    }

    @Test
    void a_separator_at_the_end_of_a_row_makes_no_field_and_one_in_the_header_makes_a_column() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train,\n2,2,test,\nx,3,train\n"))
                .singleElement()
                .asString()
                .startsWith("error type-mismatch: d.csv line 4, column 'a': found \"x\"");
        assertThat(findings(
                        "a: {type: number}", "a,y,s\n1,1,train,\n2,2,test,\n\"x,3,train,\"\nx,4,test,\n1,3,train,7\n"))
                .satisfiesExactly(
                        malformed ->
                                assertThat(malformed).startsWith("error row-malformed: d.csv line 4: found 1 field"),
                        clash -> assertThat(clash).startsWith("error type-mismatch: d.csv line 5, column 'a'"));
        assertThat(findings("a: {type: number}\nchecks: [{rows: {min: 5}}]", "a,y,s,\n1,1,train,\n2,2,test,\n"))
                .containsExactly(
                        "error column-unknown: d.csv has a column without a name. Name it in the header, or remove the"
                                + " separator that makes it. []",
                        "error rows-too-few: The data has 2 rows, the check wants at least 5 (model.yaml line 10). Add rows,"
                                + " or lower min in model.yaml line 10. []");
    }

    @Test
    void a_file_of_another_encoding_is_named_so() throws IOException {
        project.bytes("d.csv", "a,y,s\n1,1,train\n2,2,t\u00e9st\n3,3,test\n".getBytes(StandardCharsets.ISO_8859_1));
        String remedy = "Save the file as UTF-8: what is no UTF-8 is mostly Latin-1 or Windows-1252, which 'iconv -f"
                + " WINDOWS-1252 -t UTF-8' converts. [";
        assertThat(validate(specText("d.csv", "a: {type: number}")))
                .containsExactly(
                        "error row-malformed: d.csv line 3: found bytes that are not UTF-8, a row has 3 fields. "
                                + remedy + "d.csv:3 bytes that are not UTF-8]");
        project.bytes("d.csv", "a,y,s,gr\u00f6\u00dfe\n1,1,train,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(validate(specText("d.csv", "a: {type: number}")))
                .containsExactly(
                        "error header-malformed: d.csv line 1: found bytes that are not UTF-8, the first line names"
                                + " the columns. " + remedy + "]");
        project.bytes("d.csv", "\uFEFFa,y,s\n1,1,train\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(validate(specText("d.csv", "a: {type: number}")))
                .containsExactly("error header-malformed: d.csv line 1: found bytes of UTF-16, the first line names the"
                        + " columns. Save the file as UTF-8, as 'iconv -f UTF-16 -t UTF-8' does. []");
    }

    @Test
    void line_breaks_of_all_kinds_may_be_mixed() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\r\n1,1,train\n2,2,test\r3,x,train\r\n"))
                .singleElement()
                .asString()
                .startsWith("error type-mismatch: d.csv line 4, column 'y': found \"x\"");
        assertThat(column("a").numbers().orElseThrow().max()).isEqualTo(3);
    }

    @Test
    void cells_may_be_long_and_not_endless() throws IOException {
        String spec = "k: {type: text}\n  a: {type: integer}";
        String data = "k,a,y,s\n%s,1,1,train\n,2,2,test\n";
        assertThat(findings(spec, data.formatted("x".repeat(5_000_000)))).isEmpty();
        assertThat(findings(spec, data.formatted("x".repeat(16_000_000)))).isEmpty();
        assertThat(findings(spec, "k,a,y,s\n%s,1,1,train\n,2,2,test\n,3,3,train\n".formatted("x".repeat(17_000_000))))
                .containsExactly(
                        "error row-malformed: d.csv line 2: found a field of more than 16 MB, a row has 4 fields."
                                + " Close its quote if that is what is missing, or shorten the field. [d.csv:2 a field of more than"
                                + " 16 MB]");
    }

    @Test
    void a_text_for_missing_values_that_does_not_occur_is_a_warning() throws IOException {
        String spec = specText("d.csv", "a: {type: number}")
                .replace("label: y", "label: y\n  missing: ['', NA, 'N/A', '-9']");
        project.file("d.csv", "a,y,s\nNA,1,train\n-9.0,2,train\n7,3,test\n");
        assertThat(validate(spec))
                .containsExactly(
                        "warning missing-text-unused: data.missing lists \"N/A\", which no field of the data is"
                                + " (model.yaml line 5). Write them as the data does, or remove them; they hold for the fields of csv"
                                + " and tsv files alone. []");
        project.file("d.csv", "a,y,s\nNA,1,train\n-9,2,train\n\"N/A\",3,train\n7,3,test\n");
        assertThat(validate(spec)).isEmpty();
    }

    @Test
    void data_out_of_the_project_is_a_warning() throws IOException {
        project.file("../elsewhere.csv", "a,y,s\n1,1,train\n2,2,test\n");
        assertThat(validate(specText("../elsewhere.csv", "a: {type: number}")))
                .containsExactly(
                        "warning source-outside: data.source '../elsewhere.csv' leads out of the project (model.yaml"
                                + " line 3): on another machine there may be other data, or none. Keep the data in the project's"
                                + " folder, and name it from there. []");
        String absolute = project.path("d.csv").toAbsolutePath().toString();
        project.file("d.csv", "a,y,s\n1,1,train\n2,2,test\n");
        assertThat(validate(specText(absolute, "a: {type: number}")))
                .singleElement()
                .asString()
                .startsWith("warning source-outside: data.source '" + absolute + "' leads out of the project");
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
        assertThat(remedy("number", "44,2")).isEqualTo("Decimals stand behind a '.', not a ',': write 44.2.");
        assertThat(remedy("integer", "1,044"))
                .isEqualTo(
                        "Numbers have no separator of thousands and a '.' before decimals: write 1044, or 1.044 if the"
                                + " comma is the decimal point.");
        assertThat(remedy("number", "1,234,567.5"))
                .isEqualTo("Numbers have no separator of thousands: write 1234567.5.");
        assertThat(remedy("number", "1.234,5"))
                .isEqualTo("Numbers have no separator of thousands and a '.' before decimals: write 1234.5.");
        assertThat(remedy("number", "1_000")).isEqualTo("Numbers have no separator of thousands: write 1000.");
        assertThat(remedy("boolean", "Yes"))
                .isEqualTo("A boolean is true, false, 1 or 0: write \"Yes\" as one of them, or give the column the type"
                        + " category.");
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

    @Test
    void malformed_rows_are_found_and_hide_no_other_finding() throws IOException {
        assertThat(findings(
                        "a: {type: number}",
                        "a,y,s\n1,1,train\n1,2\n\"x\ny\",2,test\n1,\"2\"x,train\n1,3,test,4\n1,4,train\n2,\"x,test\n"))
                .containsExactly(
                        "error row-malformed: d.csv line 3: found 2 fields, a row has 3 fields; 4 rows are malformed."
                                + " Correct the row: put fields with separators, quotes or line breaks in double quotes,"
                                + " and double the quotes within. [d.csv:3 2 fields, d.csv:6 text after a closing quote,"
                                + " d.csv:7 4 fields, d.csv:9 a quote that is never closed]",
                        "error type-mismatch: d.csv line 4, column 'a': found \"x\ny\", the schema says number"
                                + " (model.yaml line 9). Correct the row, or change the type in model.yaml line 9."
                                + " [d.csv:4 x\ny]");
    }

    @Test
    void lines_are_right_behind_quoted_line_breaks_in_files_of_any_kind() throws IOException {
        String data = "\uFEFFk,y,s\r\n\"ä\r\nb\",1,train\r\n\r\nc,x,test\r\nd,3,train\r\n";
        assertThat(findings("k: {type: category}", data))
                .singleElement()
                .asString()
                .startsWith("error type-mismatch: d.csv line 5, column 'y': found \"x\"");
        project.gzipped("d.csv.gz", data);
        assertThat(validate(specText("d.csv.gz", "k: {type: category}")))
                .singleElement()
                .asString()
                .startsWith("error type-mismatch: d.csv.gz line 5, column 'y': found \"x\"");
    }

    @Test
    void the_files_of_a_pattern_are_one_table() throws IOException {
        project.file("data/1.csv", "a,y,s\n1,1,train\n").file("data/2.csv", "s,y,a\ntest,2,5\ntrain,3,abc\n");
        assertThat(validate(specText("data/*.csv", "a: {type: number, max: 4}")))
                .containsExactly(
                        "error type-mismatch: data/2.csv line 3, column 'a': found \"abc\", the schema says number"
                                + " (model.yaml line 9). Correct the row, or change the type in model.yaml line 9."
                                + " [data/2.csv:3 abc]",
                        "error value-out-of-range: data/2.csv line 2, column 'a': found 5, the schema allows at most 4"
                                + " (model.yaml line 9). Correct the row, or change the range in model.yaml line 9."
                                + " [data/2.csv:2 5]");
    }

    @Test
    void an_empty_file_is_found() throws IOException {
        assertThat(findings("a: {type: number}", ""))
                .containsExactly(
                        "error data-empty: d.csv is empty: it has no header. Write the names of the columns into its"
                                + " first line and the rows below, or remove the file. []");
    }

    @Test
    void a_header_without_rows_is_found() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n"))
                .containsExactly(
                        "error data-no-rows: d.csv has a header and no rows. Add rows, or correct data.source in"
                                + " model.yaml line 3. []");
    }

    @Test
    void a_row_without_label_is_found() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,,test\n3,2,train\n"))
                .containsExactly(
                        "error label-missing: d.csv line 3, column 'y': the row has no label (model.yaml line 4)."
                                + " Fill it in, or remove the row. [d.csv:3 ]");
    }

    @Test
    void a_constant_label_cannot_be_classified_and_is_not_worth_a_regression() throws IOException {
        String data = "a,y,s\n1,1,train\n2,1,test\n";
        assertThat(findings("a: {type: number}", data))
                .containsExactly(
                        "warning label-single-class: Column 'y': every row has the label \"1\", so that there is"
                                + " nothing to learn (model.yaml line 4). Add rows with other values, or choose another"
                                + " label. []");
        project.file("d.csv", data);
        assertThat(validate(specText("d.csv", "a: {type: number}")
                        .replace("regression", "classification")
                        .replace("y: {type: number}", "y: {type: category}")))
                .containsExactly("error label-single-class: Column 'y': every row has the label \"1\", so that there is"
                        + " nothing to learn (model.yaml line 4). Add rows with at least one other label, or choose"
                        + " another label. []");
    }

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
        assertThat(health(198, i -> i + ",k" + i % 100 + "," + i))
                .containsExactly(
                        "warning category-near-unique: Column 'k': 198 rows have about 100 different categories,"
                                + " which say little about other rows (model.yaml line 5). If it names the row, list it in data.id or"
                                + " give it the type text; if it is a number, say so. []");
        assertThat(health(200, i -> i + ",k" + i % 100 + "," + i)).isEmpty();
        assertThat(health(198, i -> i + ",k" + i % 99 + "," + i)).isEmpty();
    }

    @Test
    void more_categories_than_can_get_a_feature_each_are_an_error() throws IOException {
        assertThat(health(22_000, i -> i + ",k" + i % 11_000 + "," + i))
                .singleElement()
                .asString()
                .matches(
                        "error category-too-wide: Column 'k': there are about 1[01]\\d{3} different categories, and each is to"
                                + " get a feature, of which 10000 are allowed \\(model.yaml line 5\\)\\. Leave it out with 'features:"
                                + " \\{k: \\{encode: drop}}', give it the type text, or merge rare categories in the data\\. \\[]");
        assertThat(health(22_000, i -> i + ",k" + i % 9_000 + "," + i)).isEmpty();
    }

    private List<String> health(int rows, IntFunction<String> row) throws IOException {
        project.file(
                "d.csv",
                IntStream.range(0, rows)
                        .mapToObj(i -> row.apply(i) + "," + i + "\n")
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

    @Test
    void labels_that_a_part_lacks_are_warnings() throws IOException {
        project.file("d.csv", "a,s,y\n1,train,red\n2,train,green\n3,test,red\n4,test,blue\n5,validation,blue\n");
        assertThat(validate("""
                task: classification
                data: {source: d.csv, label: y, split: {column: s}}
                columns:
                  a: {type: number}
                  s: {type: category}
                  y: {type: category, values: [red, green, blue, black]}
                """))
                .containsExactly(
                        "warning label-never-occurs: Column 'y': the schema lists \"black\", which no row has (model.yaml line"
                                + " 6). Add rows with them, or remove them from the values in model.yaml line 6. []",
                        "warning label-not-trained: Column 'y': 2 of 3 rows have labels that no training row has, and so no"
                                + " prediction (model.yaml line 6): \"blue\". Add rows with them, change the split, or merge them"
                                + " with other labels. []",
                        "warning label-not-tested: Column 'y': no test row has \"green\", so that nothing is known about them"
                                + " (model.yaml line 6). Add rows with them, change the split, or merge them with other"
                                + " labels. []");
    }

    @Test
    void a_split_without_test_rows_is_found() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,2,train\n"))
                .containsExactly(
                        "error split-empty: The split makes none of 2 rows a test row (model.yaml line 5). Add rows,"
                                + " or change the split in model.yaml line 5. []");
    }

    @Test
    void a_split_column_names_parts_only() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,2,test\n3,3,tset\n"))
                .containsExactly(
                        "error split-unknown: d.csv line 4, column 's': found \"tset\", the split column says train,"
                                + " validation or test (model.yaml line 5). Correct the row. [d.csv:4 tset]");
    }

    @Test
    void a_test_row_that_is_also_a_training_row_is_a_warning() throws IOException {
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,train\n2,2,train\n1,1,test\n5,5,test\n"))
                .containsExactly(
                        "warning split-duplicate-rows: d.csv line 4: the test row has the inputs and the label of a"
                                + " training row (model.yaml line 5); 1 of 2 test rows are so. Remove the duplicates, or name"
                                + " columns that keep equal rows together as group in model.yaml line 5. [d.csv:4 ]");
    }

    @Test
    void a_test_row_with_the_inputs_of_a_training_row_is_a_warning() throws IOException {
        assertThat(findings(
                        "a: {type: number}\n  note: {type: text}",
                        "a,note,y,s\n1,u,1,train\n2,v,2,train\n1,w,1,test\n2,x,7,test\n5,x,5,test\n"))
                .satisfiesExactly(
                        duplicate -> assertThat(duplicate)
                                .startsWith(
                                        "warning split-duplicate-rows: d.csv line 4: the test row has the inputs and the"
                                                + " label of a training row (model.yaml line 5); 1 of 3 test rows are so."),
                        equal -> assertThat(equal)
                                .isEqualTo("warning split-equal-inputs: d.csv line 5: the test row has the inputs of a"
                                        + " training row, with another label (model.yaml line 5); 1 of 3 test rows are so."
                                        + " If such rows are of one thing, name columns that keep them together as group in"
                                        + " model.yaml line 5. [d.csv:5 ]"));
    }

    @Test
    void rows_with_equal_inputs_are_found_whatever_the_split() throws IOException {
        StringBuilder rows = new StringBuilder("a,note,y\n");
        for (int i = 0; i < 200; i++) {
            rows.append(i % 20)
                    .append(",note ")
                    .append(i)
                    .append(',')
                    .append(i % 20)
                    .append('\n');
        }
        project.file("d.csv", rows.toString());
        String spec = """
                task: regression
                data: {source: d.csv, label: y, split: {test: 20%}}
                columns: {a: {type: number}, note: {type: text}, y: {type: number}}
                """;
        assertThat(validate(spec))
                .singleElement()
                .asString()
                .startsWith("warning split-duplicate-rows: ")
                .contains(" test rows are so");
        assertThat(validate(spec.replace("20%}", "20%, group: [a]}"))).isEmpty();
    }

    @Test
    void the_number_of_rows_is_checked() throws IOException {
        assertThat(findings(
                        "a: {type: number}\nchecks: [{rows: {min: 5}}, {rows: {max: 1}, severity: warning}]",
                        "a,y,s\n1,1,train\n2,2,test\n"))
                .containsExactly(
                        "error rows-too-few: The data has 2 rows, the check wants at least 5 (model.yaml line 10). Add rows, or"
                                + " lower min in model.yaml line 10. []",
                        "warning rows-too-many: The data has 2 rows, the check wants at most 1 (model.yaml line 10). Remove"
                                + " rows, or raise max in model.yaml line 10. []");
    }

    @Test
    void columns_that_are_unique_together_are_checked() throws IOException {
        assertThat(findings(
                        "a: {type: number}\nchecks: [{unique: [a, y]}]",
                        "a,y,s\n1,1,train\n1,2,train\n1,1,train\n3,3,test\n"))
                .containsExactly("error rows-not-unique: d.csv line 4: found a, y = 1, 1 again, the check says unique"
                        + " (model.yaml line 10). Remove the row, or change the check in model.yaml line 10."
                        + " [d.csv:4 1, 1]");
    }

    @Test
    void a_sql_condition_is_broken_where_it_is_false_and_holds_where_it_is_unknown() throws IOException {
        assertThat(findings(
                        "a: {type: number}\nchecks: [{sql: a > 1 -- big, name: size, severity: warning}]",
                        "a,y,s\n1,1,train\n2,2,test\n,3,train\n"))
                .containsExactly(
                        "warning sql-check-failed: d.csv line 2: found a = 1, the check 'size': a > 1 -- big does not"
                                + " hold (model.yaml line 10). Correct the row, or change the check in model.yaml line 10."
                                + " [d.csv:2 a = 1]");
    }

    @Test
    void a_sql_check_names_columns_as_the_schema_does() throws IOException {
        assertThat(findings(
                        "\"a \\\"b\\\" ü\": {type: number}\nchecks: [{sql: '\"a \"\"b\"\" ü\" < 2'}]",
                        "\"a \"\"b\"\" ü\",y,s\n1,1,train\n2,2,test\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "error sql-check-failed: d.csv line 3: found a \"b\" ü = 2, the check '\"a \"\"b\"\" ü\" < 2'");
    }

    @Test
    void a_sql_check_that_cannot_be_evaluated_is_found() throws IOException {
        assertThat(findings("a: {type: number}\nchecks: [{sql: 'a > '}, {sql: b > 1}]", "a,y,s\n1,1,train\n2,2,test\n"))
                .containsExactly(
                        "error sql-check-invalid: The check 'a >' cannot be evaluated (model.yaml line 10): syntax error at or"
                                + " near \")\". Write one SQL condition over the columns of the data, such as: price > 0"
                                + " or price is null. []",
                        "error sql-check-invalid: The check 'b > 1' cannot be evaluated (model.yaml line 10): Binder Error:"
                                + " Referenced column \"b\" not found in FROM clause. Write one SQL condition over the"
                                + " columns of the data, such as: price > 0 or price is null. []");
    }

    @Test
    void a_sql_check_reaches_no_file_and_ends_no_statement() throws IOException {
        List<String> found = findings("""
                a: {type: number}
                checks:
                  - {sql: "(select count(*) from read_csv('/etc/passwd')) > 0"}
                  - {sql: 'true); drop table t; select (1'}
                  - {sql: 'true) union select (a'}
                  - {sql: 'true) from (select 1'}
                  - {sql: 'a >= 0'}""", "a,y,s\n1,1,train\n2,2,test\n");
        assertThat(found).hasSize(4).allMatch(finding -> finding.startsWith("error sql-check-invalid"));
        assertThat(found.get(0))
                .contains(
                        "cannot be evaluated (model.yaml line 11): it reads 'read_csv', and a check can read the columns of"
                                + " its row alone. ");
    }

    @Test
    void findings_and_profile_do_not_depend_on_threads() throws IOException {
        StringBuilder data = new StringBuilder("a,k,y,s\n");
        for (int i = 0; i < 300_000; i++) {
            String value = i % 1000 == 7 ? "x" + i : Double.toString(i * 0.1 + 1e-7 * (i % 13));
            data.append(value)
                    .append(",k")
                    .append(i % 2000)
                    .append(',')
                    .append(i % 7)
                    .append(i % 5 == 0 ? ",test\n" : ",train\n");
        }
        project.spec(specText("d.csv", "a: {type: number, max: 20000}\n  k: {type: category}"))
                .file("d.csv", data.toString());
        List<String> results = new ArrayList<>();
        for (int threads : new int[] {1, 2, 2}) {
            try (Table table = project.open(threads)) {
                DataValidation validation = DataValidation.of(table, project.spec());
                results.add(Json.text(validation) + Json.text(table.split()));
            }
        }
        assertThat(results.get(1)).isEqualTo(results.get(0)).contains("\"count\": 300");
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    @Test
    void the_profile_counts_and_measures() throws IOException {
        findings(
                "a: {type: number}\n  k: {type: category}",
                "a,k,y,s\n0.1,red,1,train\n0.2,green,2,test\n,red,4,train\n0.6,,5,train\n");
        assertThat(Json.line(column("a")))
                .isEqualTo(
                        "{\"distinct\":3,\"missing\":1,\"numbers\":{\"max\":0.6,\"mean\":0.3,\"min\":0.1},\"top\":[]}");
        assertThat(Json.line(column("k")))
                .isEqualTo(
                        "{\"distinct\":2,\"missing\":1,\"top\":[{\"count\":2,\"value\":\"red\"},{\"count\":1,\"value\":\"green\"}]}");
        assertThat(Json.line(column("y").numbers().orElseThrow())).isEqualTo("{\"max\":5.0,\"mean\":3.0,\"min\":1.0}");
    }

    /** Says of a column that its numbers are even: one class is all that a constraint takes. */
    private record Even(String column) implements Constraint {

        @Override
        public Judgement plan(Fold fold) {
            Fold.Result<Found> odd = fold.plan(Offence.measure(() -> (batch, found) -> {
                for (int row = 0; row < batch.rows(); row++) {
                    int at = row;
                    if (batch.column(column).number(row) % 2 == 1) {
                        found.add(
                                batch.position(row), () -> batch.column(column).text(at));
                    }
                }
            }));
            return evidence -> List.of(Finding.of(
                            FindingCode.VALUE_NOT_ALLOWED,
                            Severity.WARNING,
                            Subject.column(column, evidence.spec().place("columns", column)))
                    .with(evidence.rows(odd.value()))
                    .with("allowed", new Value.Texts(List.of("even"))));
        }
    }

    @Test
    void a_constraint_takes_one_class() throws IOException {
        project.spec(specText("d.csv", "a: {type: integer}")).file("d.csv", "a,y,s\n1,1,train\n2,2,test\n\n5,3,test\n");
        try (Table table = project.open()) {
            Constraints even = new Constraints(List.of(new Even("a")), List.of());
            assertThat(DataValidation.of(table, project.spec(), even).findings())
                    .singleElement()
                    .extracting(DataValidationTest::text)
                    .asString()
                    .startsWith("warning value-not-allowed: d.csv line 2, column 'a': found \"1\", the schema allows"
                            + " \"even\" (model.yaml line 9); 2 of 3 rows are so.")
                    .endsWith("[d.csv:2 1, d.csv:5 5]");
        }
    }

    private ColumnProfile column(String name) {
        return Optional.ofNullable(profile.columns().get(name)).orElseThrow();
    }

    private static String specText(String source, String columns) {
        return specText(source, columns, "y: {type: number}");
    }

    private static String specText(String source, String columns, String label) {
        return """
                task: regression
                data:
                  source: '%s'
                  label: y
                  split: {column: s}
                columns:
                  %s
                  s: {type: category}
                  %s
                """.formatted(source, label, columns);
    }

    private List<String> findings(String columns, String data) throws IOException {
        project.file("d.csv", data);
        return validate(specText("d.csv", columns));
    }

    private List<String> findings(String columns, String label, String data) throws IOException {
        project.file("d.csv", data);
        return validate(specText("d.csv", columns, label));
    }

    private List<String> validate(String spec) throws IOException {
        project.spec(spec);
        try (Table table = project.open()) {
            DataValidation validation = DataValidation.of(table, project.spec());
            profile = validation.profile();
            return validation.findings().stream().map(DataValidationTest::text).toList();
        }
    }

    // From its JSON alone, as every report reads it.
    private static String text(Finding found) {
        Finding finding = Json.parse(Json.line(found), Finding.class);
        assertThat(finding).isEqualTo(found);
        List<String> rows = finding.rows().first().stream()
                .map(row -> row.file() + ":" + row.line() + " " + FindingText.found(finding, row))
                .toList();
        return "%s %s: %s %s [%s]"
                .formatted(
                        KebabCase.of(finding.severity()),
                        finding.code().key(),
                        FindingText.sentence(finding),
                        FindingText.remedy(finding),
                        String.join(", ", rows));
    }
}
