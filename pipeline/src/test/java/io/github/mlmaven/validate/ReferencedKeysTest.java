package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.data.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values that must be keys of another table. */
class ReferencedKeysTest extends Validating {

    private static final String ROWS = """
            x,town,zip,y,s
            1,Ulm,89073,1,train
            2,Bonn,53111,2,test
            3,,89073,3,train
            4,Ulm,53111,4,train
            5,Köln,50667,5,test
            """;

    private static final String TOWNS = "zip,name,people\n89073,Ulm,126405\n,Nowhere,\n53111,Bonn,336465\n";

    private List<String> check(String data, String csv, String check) throws IOException {
        project.file("d.csv", data);
        project.spec("""
                task: regression
                data: {source: d.csv, label: y, %ssplit: {column: s}}
                columns:
                  x: {type: number}
                  town: {type: category}
                  zip: {type: integer}
                  y: {type: number}
                  s: {type: category}
                checks: [%s]
                """.formatted(csv, check));
        ReferencedKeys references = ReferencedKeys.read(project.spec(), project::open);
        try (Table table = project.open()) {
            return DataValidation.of(table, project.spec(), new ToldChecks(references, Optional.empty()))
                    .findings()
                    .stream()
                    .map(Validating::text)
                    .toList();
        }
    }

    @Test
    void a_value_that_the_other_table_has_not_is_found() throws IOException {
        project.file("data/towns.csv", TOWNS);

        assertThat(check(ROWS, "", "{references: {columns: [town], file: data/towns.csv, keys: [name]}}"))
                .containsExactly(
                        "error key-unknown: d.csv line 6: found town = Köln, which data/towns.csv does not have as"
                                + " name (model.yaml line 9). Correct the row, add it to data/towns.csv, or change the check in"
                                + " model.yaml line 9. [d.csv:6 Köln]");
        assertThat(check(
                        ROWS.replace("5,Köln,50667,5,test\n", ""),
                        "",
                        "{references: {columns: [town], file: data/towns.csv, keys: [name]}}"))
                .isEmpty();
    }

    @Test
    void values_of_several_columns_are_one_key() throws IOException {
        project.file("data/towns.csv", TOWNS);

        assertThat(
                        check(
                                ROWS,
                                "",
                                "{references: {columns: [zip, town], file: data/towns.csv, keys: [zip, name]}, severity: warning}"))
                .containsExactly(
                        "warning key-unknown: d.csv line 5: found zip, town = 53111, Ulm, which data/towns.csv does not have as"
                                + " zip, name (model.yaml line 9); 2 of 5 rows are so. Correct the row, add it to"
                                + " data/towns.csv, or change the check in model.yaml line 9."
                                + " [d.csv:5 53111, Ulm, d.csv:6 50667, Köln]");
    }

    @Test
    void both_readers_of_text_files_and_that_of_json_find_the_same() throws IOException {
        project.file("plain.csv", "zip\n89073\n53111\n");
        project.file("engine.csv", "\"zip\"\n\"89\"\"\n89073\n53111\n");
        project.file("semicolons.csv", "zip;name\n89073;Ulm\n53111;Bonn\n");
        project.file("zips.json", "[{\"zip\": 89073}, {\"zip\": 53111}]");

        for (String file : List.of("plain.csv", "zips.json")) {
            assertThat(check(ROWS, "", "{references: {columns: [zip], file: " + file + "}}"))
                    .as(file)
                    .singleElement()
                    .asString()
                    .startsWith("error key-unknown: d.csv line 6: found zip = 50667, which " + file);
        }
        assertThat(check(
                        ROWS.replace(',', ';'),
                        "csv: {delimiter: ';'}, ",
                        "{references: {columns: [zip], file: semicolons.csv}}"))
                .singleElement()
                .asString()
                .startsWith("error key-unknown: d.csv line 6: found zip = 50667");
        assertThat(check(ROWS, "", "{references: {columns: [zip], file: engine.csv}}"))
                .singleElement()
                .asString()
                .startsWith("error row-malformed: engine.csv line 2");
    }

    @Test
    void what_is_wrong_with_the_other_table_is_told_and_no_row_that_lacks_its_keys_for_it() throws IOException {
        project.file("towns.csv", "zip,town\n89073,Ulm\nabc,Bonn\n");

        assertThat(check(ROWS, "", "{references: {columns: [zip], file: towns.csv}}"))
                .singleElement()
                .asString()
                .startsWith(
                        "error type-mismatch: towns.csv line 3, column 'zip': found \"abc\", the schema says integer");
        assertThat(check(ROWS, "", "{references: {columns: [town], file: towns.csv, keys: [name]}}"))
                .singleElement()
                .asString()
                .startsWith("error column-missing: towns.csv has no column 'name'");
        String two = "{references: {columns: [zip], file: towns.csv}}, {references: {columns: [zip], file: towns.csv},"
                + " name: again, severity: warning}";
        assertThat(check(ROWS, "", two)).as("one cause of two checks").hasSize(1);
    }

    @Test
    void a_table_without_rows_has_no_keys_which_rows_lack() throws IOException {
        project.file("towns.csv", "zip\n");

        assertThat(check(ROWS, "", "{references: {columns: [zip], file: towns.csv}}"))
                .anyMatch(finding -> finding.startsWith("error key-unknown: d.csv line 2: found zip = 89073"));
    }

    @Test
    void a_check_whose_table_was_not_read_does_not_pass() throws IOException {
        project.file("towns.csv", "zip\n89073\n");
        project.file("d.csv", ROWS);

        assertThatThrownBy(() -> validate("""
                task: regression
                data: {source: d.csv, label: y, split: {column: s}}
                columns: {x: {type: number}, town: {type: category}, zip: {type: integer}, y: {type: number}, s: {type: category}}
                checks: [{references: {columns: [zip], file: towns.csv}}]
                """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("towns.csv was not read");
    }
}
