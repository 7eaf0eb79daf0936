package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with the rows of a query. */
class QueryFindingsTest extends Validating {

    @BeforeEach
    void files() throws IOException {
        project.file("houses.csv", "house,town,y,s\n1,Ulm,5,train\n2,Bonn,6,test\n3,Ulm,x,train\n4,Kiel,7,train\n");
        project.file("towns.csv", "town,a\nUlm,1\nBonn,2\n");
    }

    private static String spec(String query, String more) {
        return """
                task: regression
                data:
                  files: {houses: houses.csv, towns: towns.csv}
                  query: %s
                  id: [house]
                  label: y
                  split: {column: s}
                %scolumns:
                  house: {type: integer}
                  s: {type: category}
                  a: {type: number, max: 1}
                  y: {type: number}
                """.formatted(query, more);
    }

    private static final String JOIN = "select house, s, a, y from houses join towns using (town)";

    @Test
    void a_bad_value_is_found_in_a_row_of_the_result_with_its_key() throws IOException {
        assertThat(validate(spec(JOIN, "")))
                .containsExactly(
                        "error value-out-of-range: data.query row 2 (house = 2), column 'a': found 2, the schema allows at"
                                + " most 1 (model.yaml line 11). Correct the row, or change the range in model.yaml line 11."
                                + " [data.query:2 2]",
                        "error type-mismatch: data.query row 3 (house = 3), column 'y': found \"x\", the schema says number"
                                + " (model.yaml line 12). Correct the row, or change the type in model.yaml line 12."
                                + " [data.query:3 x]");
    }

    @Test
    void a_condition_and_a_quarantine_leave_out_rows_of_the_result() throws IOException {
        assertThat(validate(spec(JOIN, "  where: a < 2\n  bad-rows: {quarantine: 50%}\n")))
                .containsExactly(
                        "error split-empty: The split makes none of 1 rows a test row (model.yaml line 7). Add rows, or"
                                + " change the split in model.yaml line 7. []",
                        "warning rows-quarantined: data.query row 3 (house = 3): found y = x, which is not of its type; 1 of"
                                + " 2 rows are in quarantine.csv, a share of 0.5 is allowed (model.yaml line 9). Correct the"
                                + " rows. [data.query:3 y = x]",
                        "warning label-single-class: Column 'y': every row has the label \"5\", so that there is nothing to"
                                + " learn (model.yaml line 6). Add rows with other values, or choose another label. []");
    }

    @Test
    void checks_are_of_the_result() throws IOException {
        assertThat(validate(spec(JOIN + " where house < 3", "").replace("max: 1", "max: 2")
                        + "checks:\n  - {sql: a < 2, name: small}\n  - {unique: [s]}\n"))
                .containsExactly(
                        "error sql-check-failed: data.query row 2 (house = 2): found a = 2, the check 'small': a < 2 does not"
                                + " hold (model.yaml line 14). Correct the row, or change the check in model.yaml line 14."
                                + " [data.query:2 a = 2]");
    }

    @Test
    void a_result_without_rows_is_an_error() throws IOException {
        assertThat(validate(spec(JOIN + " where house > 3", "")))
                .containsExactly(
                        "error data-no-rows: data.query has no rows. Look at its joins and conditions in model.yaml line 4,"
                                + " and at what it reads. []");
    }

    @Test
    void a_column_that_the_query_does_not_select_is_missing() throws IOException {
        assertThat(validate(spec("select house, s, y, a as b from houses join towns using (town) where house < 3", "")))
                .containsExactly(
                        "error column-missing: data.query has no column 'a', which the schema declares (model.yaml line 11);"
                                + " it has 'b', which the schema lacks. Give the header and the columns of model.yaml the same"
                                + " names. []");
    }
}
