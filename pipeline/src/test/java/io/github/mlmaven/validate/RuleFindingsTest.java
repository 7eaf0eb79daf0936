package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What is wrong with texts, with rows as a sequence, and with what training and test rows share. */
class RuleFindingsTest extends Validating {

    private static final String X = "x: {type: number}\n  ";

    @Test
    void a_text_must_match_its_pattern_from_first_to_last_letter() throws IOException {
        assertThat(findings(
                        X + "a: {type: text, pattern: '[A-Z]{2}-[0-9]+'}",
                        "x,a,y,s\n1,AB-1,1,train\n2,AB-1x,2,test\n3,,3,train\n4,xAB-1,4,train\n"))
                .containsExactly("error pattern-mismatch: d.csv line 3, column 'a': found \"AB-1x\", which does not"
                        + " match the pattern '[A-Z]{2}-[0-9]+' (model.yaml line 10); 2 of 4 rows are so. Correct the row, or change the pattern in"
                        + " model.yaml line 10. [d.csv:3 AB-1x, d.csv:5 xAB-1]");
    }

    @Test
    void a_long_pattern_is_shortened() throws IOException {
        assertThat(findings(
                        X + "a: {type: text, pattern: '" + "ab?".repeat(100) + "'}",
                        "x,a,y,s\n1,c,1,train\n2,,2,test\n"))
                .singleElement()
                .asString()
                .contains("which does not match the pattern '" + "ab?".repeat(26) + "ab...' (model.yaml line 10).");
    }

    @Test
    void what_a_console_would_obey_is_shown_and_not_obeyed() throws IOException {
        assertThat(findings(
                        X + "a: {type: category, values: [b]}",
                        "x,a,y,s\n1,\u0000\u001b[2J\u202eb,1,train\n2,\"b\n\",2,test\n"))
                .containsExactly(
                        "error value-not-allowed: d.csv line 2, column 'a': found \"\\u0000\\u001b[2J\\u202eb\", the"
                                + " schema allows \"b\" (model.yaml line 10); 2 of 2 rows are so. Correct the row, or add the value in"
                                + " model.yaml line 10. [d.csv:2 \\u0000\\u001b[2J\\u202eb, d.csv:3 b\\n]");
    }

    @Test
    void a_rule_has_the_severity_of_its_own_terms() throws IOException {
        assertThat(findings(
                        "a: {type: number, min: {value: 0, severity: warning}, max: 9, unique: {value: true, severity: info}}",
                        "a,y,s\n-1,1,train\n10,2,test\n3,3,train\n3,4,train\n"))
                .containsExactly(
                        "error value-out-of-range: d.csv line 3, column 'a': found 10, the schema allows at most 9"
                                + " (model.yaml line 9). Correct the row, or change the range in model.yaml line 9. [d.csv:3 10]",
                        "warning value-out-of-range: d.csv line 2, column 'a': found -1, the schema allows at least 0"
                                + " (model.yaml line 9). Correct the row, or change the range in model.yaml line 9. [d.csv:2 -1]",
                        "info value-not-unique: d.csv line 5, column 'a': found \"3\" again, the schema says unique"
                                + " (model.yaml line 9). Remove the row, or drop 'unique' in model.yaml line 9. [d.csv:5 3]");
        assertThat(findings(
                        X
                                + "a: {type: text, severity: warning, required: {value: true, severity: error}, pattern: 'b'}",
                        "x,a,y,s\n1,,1,train\n2,a,2,test\n"))
                .extracting(finding -> finding.substring(0, finding.indexOf(':')))
                .containsExactly("error value-missing", "warning pattern-mismatch");
    }

    @Test
    void a_rule_about_what_is_predicted_is_none_of_training_data() throws IOException {
        String data = "x,a,y,s\n1,b,1,train\n2,,2,test\n";
        assertThat(findings(
                        X
                                + "a: {type: text, pattern: {value: 'c', when: serving}, required: {value: true, when: serving}}",
                        data))
                .isEmpty();
        assertThat(findings(X + "a: {type: text, pattern: {value: 'c', when: training}}", data))
                .singleElement()
                .asString()
                .startsWith("error pattern-mismatch: d.csv line 2");
    }

    @Test
    void a_hostile_pattern_does_not_hang() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(findings(
                                X + "a: {type: text, pattern: '(a*)*b'}",
                                "x,a,y,s\n1," + "a".repeat(5_000) + ",1,train\n2,b,2,test\n"))
                        .hasSize(1));
    }

    @Test
    void the_length_of_a_text_is_counted_in_code_points() throws IOException {
        assertThat(
                        findings(
                                X + "a: {type: category, length: {min: 2, max: 3}}",
                                "x,a,y,s\n1,ab,1,train\n2,\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00,2,test\n3,a,3,train\n4,abcd,4,train\n"))
                .containsExactly(
                        "error length-out-of-range: d.csv line 4, column 'a': found \"a\", the schema allows 2 to 3"
                                + " letters (model.yaml line 10); 2 of 4 rows are so. Correct the row, or change the length in model.yaml"
                                + " line 10. [d.csv:4 a, d.csv:5 abcd]");
        assertThat(findings(X + "a: {type: text, length: {min: 2}}", "x,a,y,s\n1,ab,1,train\n2,a,2,test\n"))
                .singleElement()
                .asString()
                .contains("allows at least 2 letters");
        assertThat(findings(X + "a: {type: text, length: {max: 1}}", "x,a,y,s\n1,ab,1,train\n2,a,2,test\n"))
                .singleElement()
                .asString()
                .contains("allows at most 1 letters");
    }

    @Test
    void a_share_of_unseen_values_is_a_warning_and_more_an_error() throws IOException {
        String data = "x,a,y,s\n1,r,1,train\n2,r,2,test\n3,r,3,train\n4,q,4,train\n";
        assertThat(findings(X + "a: {type: category, values: [r], max-unseen: 25%}", data))
                .singleElement()
                .asString()
                .startsWith("warning value-not-allowed: d.csv line 5");
        assertThat(findings(X + "a: {type: category, values: [r], max-unseen: 24%}", data))
                .singleElement()
                .asString()
                .startsWith("error value-not-allowed: d.csv line 5");
    }

    private List<String> check(String data, String policy, String check) throws IOException {
        project.file("d.csv", data);
        return validate("""
                task: regression
                data: {source: d.csv, label: y, split: {column: s}%s}
                columns:
                  x: {type: number}
                  a: {type: date}
                  k: {type: category}
                  y: {type: number}
                  s: {type: category}
                checks: [%s]
                """.formatted(policy, check));
    }

    private static final String ROWS = """
            x,a,k,y,s
            1,2026-01-01,p,1,train
            2,2026-01-02,q,2,test
            3,2026-01-01,p,3,train
            4,,q,4,train
            5,2026-01-02,q,5,test
            """;

    @Test
    void values_must_not_fall_from_row_to_row() throws IOException {
        assertThat(check(ROWS, "", "{increasing: a}"))
                .containsExactly(
                        "error rows-not-increasing: d.csv line 4, column 'a': found 2026-01-01 after 2026-01-02, the"
                                + " check says increasing (model.yaml line 9). Sort the rows, correct the value, or change the check in"
                                + " model.yaml line 9. [d.csv:4 2026-01-01 after 2026-01-02]");
        assertThat(check(ROWS, "", "{increasing: {column: a, by: [k]}}, {increasing: {column: x, strictly: true}}"))
                .isEmpty();
        assertThat(check(ROWS, "", "{increasing: {column: a, by: [k], strictly: true}, severity: warning}"))
                .singleElement()
                .asString()
                .startsWith("warning rows-not-increasing: d.csv line 4")
                .contains("; 2 of 5 rows are so");
    }

    @Test
    void data_is_fresh_as_of_a_day_that_is_told() throws IOException {
        assertThat(check(ROWS, "", "{fresh: {column: a, days: 7, as-of: 2026-01-09}}"))
                .isEmpty();
        assertThat(check(ROWS, "", "{fresh: {column: a, days: 7, as-of: 2026-01-10}}"))
                .containsExactly(
                        "error data-not-fresh: Column 'a': the newest time is 2026-01-02, the check wants one from"
                                + " 2026-01-03 on (model.yaml line 9). Fetch newer data, or allow more days in model.yaml line 9. []");
        assertThat(check(
                        "x,a,k,y,s\n1,,p,1,train\n2,,q,2,test\n",
                        "",
                        "{fresh: {column: a, days: 7, as-of: 2026-01-10}}"))
                .singleElement()
                .asString()
                .contains("the newest time is none");
    }

    @Test
    void data_is_fresh_as_of_the_day_that_the_build_is_told_and_of_no_other() throws IOException {
        assertThat(today("2026-01-09", "{fresh: {column: a, days: 7}}")).isEmpty();
        assertThat(today("2026-01-10", "{fresh: {column: a, days: 7}}"))
                .containsExactly(
                        "error data-not-fresh: Column 'a': the newest time is 2026-01-02, the check wants one from"
                                + " 2026-01-03 on (model.yaml line 9). Fetch newer data, or allow more days in model.yaml line 9. []");
        // A day in model.yaml is that of the check, whatever day it is.
        assertThat(today("2030-01-01", "{fresh: {column: a, days: 7, as-of: 2026-01-09}}"))
                .isEmpty();
    }

    @Test
    void a_time_after_the_day_that_the_check_goes_by_is_found_and_one_on_it_is_not() throws IOException {
        assertThat(today("2026-01-02", "{fresh: {column: a, days: 7}}")).isEmpty();
        assertThat(today("2026-01-01", "{fresh: {column: a, days: 7}}"))
                .containsExactly(
                        "error data-in-future: Column 'a': the newest time is 2026-01-02, which is after 2026-01-01, the day"
                                + " that the check goes by (model.yaml line 9). Correct such times, or the day: -Dml.today, or as-of of"
                                + " the check in model.yaml line 9. []");
        assertThat(check(ROWS, "", "{fresh: {column: a, days: 7, as-of: 2025-12-31}, severity: warning}"))
                .singleElement()
                .asString()
                .startsWith("warning data-in-future");
    }

    @Test
    void a_moment_of_the_day_that_the_check_goes_by_is_not_after_it() throws IOException {
        String moments = "x,a,y,s\n1,2026-01-01T12:00:00Z,1,train\n2,2026-01-02T23:59:59.999999Z,2,test\n";
        assertThat(moments(moments)).isEmpty();
        assertThat(moments(moments.replace("2026-01-02T23:59:59.999999Z", "2026-01-03T00:00:00Z")))
                .singleElement()
                .asString()
                .startsWith("error data-in-future: Column 'a': the newest time is 2026-01-03");
    }

    private List<String> moments(String data) throws IOException {
        project.file("d.csv", data);
        return validate("""
                task: regression
                data: {source: d.csv, label: y, split: {column: s}}
                columns: {x: {type: number}, a: {type: timestamp}, y: {type: number}, s: {type: category}}
                checks: [{fresh: {column: a, days: 7, as-of: 2026-01-02}}]
                """);
    }

    private List<String> today(String day, String check) throws IOException {
        check(ROWS, "", check);
        ToldChecks told = new ToldChecks(ReferencedKeys.NONE, Optional.of(LocalDate.parse(day)));
        try (Table table = project.open()) {
            return DataValidation.of(table, project.spec(), told).findings().stream()
                    .map(Validating::text)
                    .toList();
        }
    }

    @Test
    void how_old_data_is_where_nobody_says_the_day_is_a_finding() throws IOException {
        assertThat(check(ROWS, "", "{fresh: {column: a, days: 7}}"))
                .containsExactly(
                        "error data-age-unknown: Column 'a': the newest time may be 7 days old, and nobody said what day it is"
                                + " (model.yaml line 9). Tell the build, -Dml.today=2026-01-31, or write the day as as-of of"
                                + " the check in model.yaml line 9. []");
        assertThat(check(ROWS, "", "{fresh: {column: a, days: 7}, severity: warning}"))
                .singleElement()
                .asString()
                .startsWith("warning data-age-unknown");
    }

    @Test
    void no_training_row_is_later_than_a_test_row() throws IOException {
        assertThat(check(ROWS, "", "{train-before-test: a}")).isEmpty();
        assertThat(check(ROWS.replace("3,2026-01-01", "3,2026-01-03"), "", "{train-before-test: a}"))
                .containsExactly(
                        "error split-trains-later: d.csv line 4, column 'a': the training row of 2026-01-03 is later than"
                                + " the first test row, of 2026-01-02 (model.yaml line 9); 1 of 3 training rows are so. Split by time:"
                                + " 'split: {by: time, column: a}'. [d.csv:4 2026-01-03]");
    }

    @Test
    void rows_with_one_key_are_on_one_side_of_the_split() throws IOException {
        assertThat(check(ROWS, "", "{apart: [a]}")).isEmpty();
        assertThat(check(ROWS, "", "{apart: [k]}"))
                .containsExactly(
                        "error split-shared-key: d.csv line 3: the test row has k = q, as a training row has (model.yaml"
                                + " line 9); 2 of 2 test rows are so. Remove one of such rows, name one part for them in column 's', or"
                                + " change model.yaml line 9. [d.csv:3 q, d.csv:6 q]");
        assertThat(check(ROWS, ", id: [k]", ""))
                .singleElement()
                .asString()
                .startsWith("warning split-shared-key: d.csv line 3: the test row has k = q");
    }

    @Test
    void extra_columns_fail_warn_or_are_left_unread_as_is_declared() throws IOException {
        String data = ROWS.replace("y,s\n", "y,s,more\n").replaceAll("(train|test)\n", "$1,1\n");
        assertThat(check(data, "", "")).singleElement().asString().startsWith("error column-unknown");
        assertThat(check(data, ", columns: {extra: warn}", ""))
                .singleElement()
                .asString()
                .startsWith("warning column-unknown");
        assertThat(check(data, ", columns: {extra: allow}", "")).isEmpty();
    }

    @Test
    void columns_stand_in_the_schemas_order_if_that_is_declared() throws IOException {
        assertThat(check(ROWS, ", columns: {order: declared}", "")).isEmpty();
        String data = "a,x,k,y,s\n2026-01-01,1,p,1,train\n2026-01-01,2,p,2,test\n";
        assertThat(check(data, ", columns: {order: any}", "")).isEmpty();
        assertThat(check(data, ", columns: {order: declared}", ""))
                .containsExactly(
                        "error column-order: d.csv has the columns of the schema in the order 'a', 'x', 'k', 'y', 's'"
                                + " (model.yaml line 2). Write them in the schema's order, or say order: any in data.columns. []");
    }
}
