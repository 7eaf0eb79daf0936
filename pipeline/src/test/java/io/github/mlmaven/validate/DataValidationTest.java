package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DataValidationTest extends Validating {

    @Test
    void data_that_holds_has_no_finding() throws IOException {
        assertThat(findings("a: {type: number, min: 0, max: 2}", "a,y,s\n0,1,train\n2,2,test\n,3,validation\n"))
                .isEmpty();
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
    void a_condition_that_nothing_breaks_is_a_warning_whatever_the_checks_severity() throws IOException {
        assertThat(findings(
                        "a: {type: number}\nchecks: [{sql: a in (a), name: known}]", "a,y,s\n1,1,train\n2,2,test\n"))
                .containsExactly(
                        "warning check-holds-always: The check 'known': a in (a) holds for every row, and would for each of"
                                + " 8192 rows of other values that were drawn (model.yaml line 10): it seems to test nothing."
                                + " Write a condition that wrong values break, such as price > 0, or remove the check. []");
    }

    @Test
    void a_sql_check_that_cannot_be_evaluated_is_found() throws IOException {
        assertThat(findings("a: {type: number}\nchecks: [{sql: 'a > '}, {sql: b > 1}]", "a,y,s\n1,1,train\n2,2,test\n"))
                .containsExactly(
                        "error sql-check-invalid: The check 'a >' cannot be evaluated (model.yaml line 10): syntax error at or"
                                + " near \")\". Write one SQL condition over the columns of the data, such as: price > 0"
                                + " or price is null. []",
                        "error sql-check-invalid: The check 'b > 1' cannot be evaluated (model.yaml line 10): 'b' is no"
                                + " column of the data; a text has single quotes. Write one SQL condition over the columns of the"
                                + " data, such as: price > 0 or price is null. []");
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
                        "cannot be evaluated (model.yaml line 11): it reads 'read_csv', and a condition can read the columns of"
                                + " its row alone. ");
    }

    @Test
    void the_profile_counts_and_measures() throws IOException {
        findings(
                "a: {type: number}\n  k: {type: category}",
                "a,k,y,s\n0.1,red,1,train\n0.2,green,2,test\n,red,4,train\n0.6,,5,train\n");
        assertThat(Json.line(column("a")))
                .isEqualTo("{\"missing\":1,\"numbers\":{\"bins\":{\"counts\":[3],\"edges\":[]},\"error\":0.0,"
                        + "\"histogram\":{\"counts\":[1,2],\"edges\":[0.1,0.2,0.6]},"
                        + "\"moments\":{\"deviation\":0.21602468994692867,\"max\":0.6,\"mean\":0.3,\"min\":0.1,"
                        + "\"negatives\":0,\"zeros\":0},"
                        + "\"quantiles\":[{\"share\":0.01,\"value\":0.10200000000000001},"
                        + "{\"share\":0.05,\"value\":0.11000000000000001},"
                        + "{\"share\":0.25,\"value\":0.15000000000000002},{\"share\":0.5,\"value\":0.2},"
                        + "{\"share\":0.75,\"value\":0.4},{\"share\":0.95,\"value\":0.5599999999999999},"
                        + "{\"share\":0.99,\"value\":0.592}]},"
                        + "\"values\":{\"distinct\":3,\"error\":0.0,"
                        + "\"known\":{\"hashes\":\"666b361ebef88b9d755b7b2b9ffbe06a93cc\",\"once\":3,\"twice\":0},"
                        + "\"top\":[{\"count\":1,\"value\":\"0.1\"},{\"count\":1,\"value\":\"0.2\"},"
                        + "{\"count\":1,\"value\":\"0.6\"}]}}");
        assertThat(Json.line(column("k").values().top()))
                .isEqualTo("[{\"count\":2,\"value\":\"red\"},{\"count\":1,\"value\":\"green\"}]");
        assertThat(column("k").missing()).isEqualTo(1);
        assertThat(column("k").lengths()).contains(new Profile.Lengths(3, 5, 11 / 3.0));
        assertThat(column("y").numbers().orElseThrow().mean()).isEqualTo(3);
        assertThat(profile.rows()).isEqualTo(4);
    }

    @Test
    void the_training_profile_is_of_the_training_rows() throws IOException {
        findings(
                "a: {type: number}\n  k: {type: category}",
                "a,k,y,s\n0.1,red,1,train\n0.2,green,2,test\n,red,4,train\n0.6,,5,train\n");
        assertThat(training.rows()).isEqualTo(3);
        assertThat(training.columns().get("a"))
                .satisfies(a -> assertThat(a.missing()).isEqualTo(1))
                .satisfies(a -> assertThat(a.numbers().orElseThrow().max()).isEqualTo(0.6))
                .satisfies(a -> assertThat(a.distinct()).isEqualTo(2));
        assertThat(Json.line(Objects.requireNonNull(training.columns().get("k")).top()))
                .isEqualTo("[{\"count\":2,\"value\":\"red\"}]");
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
                    .extracting(Validating::text)
                    .asString()
                    .startsWith("warning value-not-allowed: d.csv line 2, column 'a': found \"1\", the schema allows"
                            + " \"even\" (model.yaml line 9); 2 of 3 rows are so.")
                    .endsWith("[d.csv:2 1, d.csv:5 5]");
        }
    }
}
