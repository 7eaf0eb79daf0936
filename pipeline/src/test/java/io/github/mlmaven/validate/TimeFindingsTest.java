package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is wrong with dates and timestamps. */
class TimeFindingsTest extends Validating {

    private static final String X = "x: {type: number}\n  ";

    @Test
    void a_text_that_is_no_day_is_a_type_mismatch() throws IOException {
        assertThat(findings(
                        X + "a: {type: date}",
                        "x,a,y,s\n1,31.01.2026,1,train\n2,2026-01-31,2,test\n3,2026-02-30,3,train\n"))
                .containsExactly(
                        "error type-mismatch: d.csv line 2, column 'a': found \"31.01.2026\", the schema says date"
                                + " (model.yaml line 10); 2 of 3 rows are so. Dates are read as 2026-01-31: for \"31.01.2026\" and its"
                                + " like say format: 'd.M.uuuu'. [d.csv:2 31.01.2026, d.csv:4 2026-02-30]");
    }

    @Test
    void a_time_of_day_is_more_than_a_date_and_a_date_less_than_a_timestamp() throws IOException {
        assertThat(
                        findings(
                                X + "a: {type: date}\n  b: {type: timestamp}",
                                "x,a,b,y,s\n1,2026-01-31T10:00:00,2026-01-31T10:00:00,1,train\n2,2026-01-31,2026-01-31,2,test\n3,,,3,train\n"))
                .containsExactly(
                        "error type-mismatch: d.csv line 2, column 'a': found \"2026-01-31T10:00:00\", the schema says date"
                                + " (model.yaml line 10). \"2026-01-31T10:00:00\" has a time of day: give the column the type"
                                + " timestamp. [d.csv:2 2026-01-31T10:00:00]",
                        "error type-mismatch: d.csv line 3, column 'b': found \"2026-01-31\", the schema says timestamp"
                                + " (model.yaml line 11). \"2026-01-31\" has no time of day: give the column the type date."
                                + " [d.csv:3 2026-01-31]");
    }

    @Test
    void a_time_that_the_clocks_left_out_is_told_with_its_zone() throws IOException {
        assertThat(
                        findings(
                                X + "a: {type: timestamp, zone: Europe/Berlin}",
                                "x,a,y,s\n1,2024-03-31T02:30,1,train\n2,2024-03-31T03:00,2,test\n3,2024-03-31T02:30+02:00,3,train\n4,2024-10-27T02:30,4,train\n"))
                .containsExactly(
                        "error type-mismatch: d.csv line 2, column 'a': found \"2024-03-31T02:30\", which never was in"
                                + " Europe/Berlin, where the clocks left that hour out, and the schema says timestamp (model.yaml line 10)."
                                + " Correct the row, write times with their offset from UTC, such as +02:00, or give the column the zone"
                                + " that its times are in, in model.yaml line 10. [d.csv:2 2024-03-31T02:30]");
        assertThat(findings(
                        X + "a: {type: timestamp, format: 'dd.MM.uuuu HH:mm', zone: Europe/Berlin}",
                        "x,a,y,s\n1,31.03.2024 02:30,1,train\n2,31.03.2024 03:30,2,test\n"))
                .singleElement()
                .asString()
                .contains("found \"31.03.2024 02:30\", which never was in Europe/Berlin");
    }

    @Test
    void a_text_in_another_format_than_its_columns_is_told_with_that() throws IOException {
        assertThat(findings(
                        X + "a: {type: date, format: dd.MM.uuuu}",
                        "x,a,y,s\n1,2026-01-31,1,train\n2,31.01.2026,2,test\n3,31/01/2026,3,train\n"))
                .containsExactly(
                        "error type-mismatch: d.csv line 2, column 'a': found \"2026-01-31\", the schema says date in"
                                + " the format 'dd.MM.uuuu' (model.yaml line 10); 2 of 3 rows are so. Correct the row, or change"
                                + " the format in model.yaml line 10. [d.csv:2 2026-01-31, d.csv:4"
                                + " 31/01/2026]");
    }

    @Test
    void a_day_outside_its_range_is_found_and_one_at_its_end_is_not() throws IOException {
        assertThat(
                        findings(
                                X + "a: {type: date, min: 2026-01-01, max: 2026-01-31}",
                                "x,a,y,s\n1,2026-01-01,1,train\n2,2026-01-31,2,test\n3,2026-02-01,3,train\n4,2025-12-31,4,train\n"))
                .containsExactly(
                        "error value-out-of-range: d.csv line 4, column 'a': found 2026-02-01, the schema allows"
                                + " 2026-01-01 to 2026-01-31 (model.yaml line 10); 2 of 4 rows are so. Correct the row, or change the"
                                + " range in model.yaml line 10. [d.csv:4 2026-02-01, d.csv:5 2025-12-31]");
    }

    @Test
    void an_instant_is_held_to_its_range_to_the_microsecond() throws IOException {
        assertThat(
                        findings(
                                X + "a: {type: timestamp, min: '2026-01-01T01:00:00+01:00', zone: '-05:00'}",
                                "x,a,y,s\n1,2026-01-01T00:00:00Z,1,train\n2,2025-12-31T19:00,2,test\n3,2025-12-31T23:59:59.999999Z,3,train\n"))
                .containsExactly(
                        "error value-out-of-range: d.csv line 4, column 'a': found 2025-12-31T23:59:59.999999Z, the"
                                + " schema allows at least 2026-01-01 (model.yaml line 10). Correct the row, or change the range in"
                                + " model.yaml line 10. [d.csv:4 2025-12-31T23:59:59.999999Z]");
    }

    @Test
    void days_that_are_written_otherwise_are_the_same_when_they_must_be_unique() throws IOException {
        assertThat(
                        findings(
                                X + "a: {type: timestamp, unique: true}",
                                "x,a,y,s\n1,2026-01-01T00:00:00Z,1,train\n2,2026-01-01 01:00:00+01:00,2,test\n3,2026-01-01T00:00:01Z,3,train\n"))
                .containsExactly(
                        "error value-not-unique: d.csv line 3, column 'a': found \"2026-01-01T00:00:00Z\" again, the"
                                + " schema says unique (model.yaml line 10). Remove the row, or drop 'unique' in model.yaml line 10."
                                + " [d.csv:3 2026-01-01T00:00:00Z]");
        assertThat(column("a").distinct()).isEqualTo(2);
        assertThat(column("a").top())
                .extracting("value")
                .containsExactly("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z");
    }

    @Test
    void a_row_without_a_time_is_in_no_part_of_a_split_by_time() throws IOException {
        project.file("d.csv", "x,a,y\n1,2026-01-01,1\n2,,2\n3,2026-01-03,3\n4,2026-01-02,4\n");
        assertThat(validate("""
                        task: regression
                        data: {source: d.csv, label: y, split: {by: time, column: a, test: 0.3}}
                        columns:
                          x: {type: number}
                          a: {type: date}
                          y: {type: number}
                        """))
                .containsExactly(
                        "error split-time-missing: d.csv line 3, column 'a': the row has no time, and the split is by"
                                + " time (model.yaml line 2). Fill it in, or remove the row. [d.csv:3 ]");
    }
}
