package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with files, before a value is looked at. */
class SourceFindingsTest extends Validating {

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
                                + " first line, or correct the columns in model.yaml; if its first line is a row, say so"
                                + " below data in model.yaml: csv: {header: false, names: [y, s, a]}. []");
        assertThat(findings("a: {type: number}", "1,1,1,train\n2,2,2,test\n"))
                .singleElement()
                .asString()
                .endsWith(
                        "Write the names of the columns into its first line, or correct the columns in model.yaml. []");
    }

    @Test
    void the_lines_that_a_message_proposes_make_the_file_readable() throws IOException {
        String spec = specText("d.csv", "a: {type: number}");
        String separated = "a;y;s\n1.234,5;2;train\n7;3;test\n";
        project.file("d.csv", separated);
        assertThat(validate(spec))
                .containsExactly(
                        "error separator-unexpected: d.csv has one field in its first line, which looks as if ';'"
                                + " separates its fields, where ',' is expected. Say so below data in model.yaml: csv:"
                                + " {delimiter: \";\", decimal: \",\", thousands: \".\"}, or write it with ','. []");
        assertThat(validate(spec.replace(
                        "label: y", "label: y\n  csv: {delimiter: \";\", decimal: \",\", thousands: \".\"}")))
                .isEmpty();
        assertThat(column("a").numbers().orElseThrow().max()).isEqualTo(1234.5);

        project.bytes("d.csv", "a;y;s\n1;2;tr\u00e4in\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(validate(spec.replace("label: y", "label: y\n  csv: {delimiter: ';'}")))
                .first()
                .asString()
                .contains("below data in model.yaml: csv: {delimiter: \";\", encoding: windows-1252}, or save");
    }

    @Test
    void a_comment_is_no_header_and_no_row() throws IOException {
        String data = "# made by x; y, z\na,y,s\n1,1,train\n# a note\n2,2,test\n";
        assertThat(findings("a: {type: number}", data))
                .containsExactly(
                        "error header-malformed: d.csv line 1: found a line that looks like a comment, the first line"
                                + " names the columns. If it is one, say so below data in model.yaml: csv: {comment:"
                                + " \"#\"}; else correct the row: put fields with separators, quotes or line breaks in double"
                                + " quotes, and double the quotes within. []");
        String spec = specText("d.csv", "a: {type: number}");
        project.file("d.csv", data.substring(data.indexOf('\n') + 1));
        assertThat(validate(spec))
                .containsExactly(
                        "error row-malformed: d.csv line 3: found a line that looks like a comment, a row has 3 fields."
                                + " If it is one, say so below data in model.yaml: csv: {comment: \"#\"}; else correct the row:"
                                + " put fields with separators, quotes or line breaks in double quotes, and double the quotes"
                                + " within. [d.csv:3 a line that looks like a comment]");
        assertThat(validate(spec.replace("label: y", "label: y\n  csv: {comment: '#'}")))
                .isEmpty();
    }

    @Test
    void bytes_that_the_declared_encoding_lacks_are_found() throws IOException {
        project.bytes("d.csv", new byte[] {'a', ',', 'y', ',', 's', '\n', '1', ',', '1', ',', (byte) 0x81, '\n'});
        assertThat(validate(specText("d.csv", "a: {type: number}")
                        .replace("label: y", "label: y\n  csv: {encoding: windows-1252}")))
                .first()
                .asString()
                .startsWith(
                        "error row-malformed: d.csv line 2: found bytes that are not Windows-1252, a row has 3 fields."
                                + " Save the file as UTF-8, or correct the encoding of data.csv in model.yaml.");
    }

    @Test
    void a_file_that_needs_no_header_is_told_when_it_is_empty() throws IOException {
        project.file("d.csv", "");
        assertThat(validate(
                        specText("d.csv", "a: {type: number}").replace("label: y", "label: y\n  csv: {header: false}")))
                .containsExactly("error data-empty: d.csv is empty. Write rows into it, or remove the file. []");
    }

    @Test
    void another_separator_is_one_finding() throws IOException {
        String checks = "a: {type: number}\nchecks: [{rows: {min: 5}}, {sql: a > 1}]";
        assertThat(findings(checks, "a;y;s\n1,5;2;train\n\"x;2\n"))
                .containsExactly("error separator-unexpected: d.csv has one field in its first line, which looks as if"
                        + " ';' separates its fields, where ',' is expected. Say so below data in model.yaml: csv: {delimiter:"
                        + " \";\", decimal: \",\"}, or write it with ','. []");
        assertThat(findings(checks, "a\ty\ts\n1\t2\ttrain\n"))
                .containsExactly(
                        "error separator-unexpected: d.csv has one field in its first line, which looks as if a tab"
                                + " separates its fields, where ',' is expected. Say so below data in model.yaml: csv:"
                                + " {delimiter: \"\\t\"}, or write it with ','. []");
        project.file("d.tsv", "a,y,s\n1,2,train\n");
        assertThat(validate(specText("d.tsv", checks)))
                .containsExactly("error separator-unexpected: d.tsv has one field in its first line, which looks as if"
                        + " ',' separates its fields, where a tab is expected. Say so below data in model.yaml: csv:"
                        + " {delimiter: \",\"}, or write it with a tab. []");
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
        String remedy = "What is no UTF-8 is mostly Windows-1252, or latin-1: say so below data in model.yaml: csv:"
                + " {encoding: windows-1252}, or save the file as UTF-8. [";
        String found = "bytes that are not UTF-8, most likely text in Latin-1 or Windows-1252";
        assertThat(validate(specText("d.csv", "a: {type: number}")))
                .containsExactly(
                        "error row-malformed: d.csv line 3: found " + found + ". " + remedy + "d.csv:3 " + found + "]");
        project.bytes("d.csv", "a,y,s,gr\u00f6\u00dfe\n1,1,train,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(validate(specText("d.csv", "a: {type: number}")))
                .containsExactly("error header-malformed: d.csv line 1: found " + found + ". " + remedy + "]");
        project.bytes("d.csv", "\uFEFFa,y,s\n1,1,train\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(validate(specText("d.csv", "a: {type: number}")))
                .containsExactly("error header-malformed: d.csv line 1: found bytes of UTF-16."
                        + " Save the file as UTF-8, as 'iconv -f UTF-16 -t UTF-8' does. []");
    }

    @Test
    void a_header_without_a_name_for_each_field_is_what_is_told_of_all_rows() throws IOException {
        String remedy =
                " No record has as many fields as there are names: name each field; where the first one holds the names of"
                        + " the rows, as R writes them, it is the one without a name. [";
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,1,train\n2,2,2,test\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "error row-malformed: d.csv line 2: found 4 fields, a row has 3 fields; 2 rows are malformed."
                                + remedy);
        assertThat(findings("a: {type: number}", "a,y,s\n1,1,1,train\n2,2,2,test\n1,1,train\n"))
                .first()
                .asString()
                .contains(" Correct the row: ");
    }

    @Test
    void what_a_merge_left_is_named_so() throws IOException {
        String remedy =
                " Keep the rows that should count of both sides, and remove the lines that begin with <<<<<<<, ======="
                        + " and >>>>>>>. [";
        String found = "found a line that a merge left, which has both sides of a conflict";
        assertThat(findings(
                        "a: {type: number}",
                        "a,y,s\n1,1,train\n<<<<<<< HEAD\n2,2,test\n=======\n2,3,test\n>>>>>>> theirs, or so\n"))
                .first()
                .asString()
                .startsWith("error row-malformed: d.csv line 3: " + found
                        + ", a row has 3 fields; 3 rows are malformed." + remedy);
        assertThat(findings("a: {type: number}", "<<<<<<< HEAD\na,y,s\n=======\na,y\n>>>>>>> theirs\n1,1,train\n"))
                .singleElement()
                .asString()
                .startsWith("error header-malformed: d.csv line 1: " + found + ", the first line names the columns."
                        + remedy);
    }

    @Test
    void a_pointer_to_a_large_file_is_no_data() throws IOException {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12345\n";
        for (String name : List.of("d.csv", "d.parquet", "d.jsonl")) {
            project.file(name, pointer);
            assertThatThrownBy(() -> validate(specText(name, "a: {type: number}")))
                    .isInstanceOf(MlException.class)
                    .hasMessage(name
                            + " is a pointer of Git LFS: its data was not checked out. Run 'git lfs pull'; in CI, let"
                            + " the checkout fetch it ('lfs: true' of actions/checkout).");
        }
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
    void malformed_rows_are_found_and_hide_no_other_finding() throws IOException {
        assertThat(findings(
                        "a: {type: number}",
                        "a,y,s\n1,1,train\n1,2\n\"x\ny\",2,test\n1,\"2\"x,train\n1,3,test,4\n1,4,train\n2,\"x,test\n"))
                .containsExactly(
                        "error row-malformed: d.csv line 3: found 2 fields, a row has 3 fields; 4 rows are malformed."
                                + " Correct the row: put fields with separators, quotes or line breaks in double quotes,"
                                + " and double the quotes within. [d.csv:3 2 fields, d.csv:6 text after a closing quote,"
                                + " d.csv:7 4 fields, d.csv:9 a quote that is never closed]",
                        "error type-mismatch: d.csv line 4, column 'a': found \"x\\ny\", the schema says number"
                                + " (model.yaml line 9). Correct the row, or change the type in model.yaml line 9."
                                + " [d.csv:4 x\\ny]");
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
}
