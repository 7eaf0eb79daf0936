package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and timestamps as files have them. */
class TimeCellsTest {

    @TempDir
    Path folder;

    private static final List<String> DAYS = List.of(
            "2026-01-31",
            "2024-02-29",
            "0001-01-01",
            "9999-12-31",
            "1969-12-31",
            "2023-02-29",
            "0000-01-01",
            "10000-01-01",
            "2026-1-31",
            " 2026-01-31",
            "2026-01-31 ",
            "20260131",
            "2026-01-31T00:00",
            "today",
            "infinity",
            "2026-13-01",
            "2026-01-32",
            "-2026-01-31",
            "+2026-01-31",
            "2026/01/31",
            "٢٠٢٦-01-31");

    private static final List<String> INSTANTS = List.of(
            "2026-01-31T10:15:30Z",
            "2026-01-31T10:15:30",
            "2026-01-31 10:15:30.25",
            "2026-01-31T10:15",
            "2026-01-31T10:15Z",
            "2026-01-31T10:15:30.123456+01:00",
            "2026-01-31T00:30:00+01:00",
            "2026-01-31T10:15:30-00:30",
            "2026-01-31T24:00:00",
            "2026-01-31T10:15:60",
            "2026-01-31T10:60",
            "2026-01-31",
            "2026-01-31T10",
            "2026-02-30T10:15:30",
            "2026-01-31T10:15:30.1234567",
            "2026-01-31T10:15:30z",
            "2026-01-31T10:15:30+1:00",
            "2026-01-31T10:15:30 +01:00",
            "2026-01-31T10:15:30.",
            "now",
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00+01:00",
            "9999-12-31T23:59:59.999999Z",
            "9999-12-31T23:59:59-01:00");

    @Test
    void a_text_is_the_day_or_instant_that_a_sql_check_takes_it_for() throws IOException {
        assertSame("date", "", DAYS);
        assertSame("timestamp", "", INSTANTS);
        assertSame(
                "date",
                ", format: 'd.M.yyyy'",
                List.of(
                        "31.1.2026",
                        "31.01.2026",
                        "1.1.0001",
                        "30.2.2026",
                        "31.1.26",
                        "31-1-2026",
                        "031.1.2026",
                        "31.1.2026 "));
        assertSame(
                "timestamp",
                ", format: '''on'' uuuu/MM/dd HH:mm'",
                List.of(
                        "on 2026/01/31 10:15",
                        "on 2026/01/31 24:00",
                        "2026/01/31 10:15",
                        "on 2026/02/29 10:15",
                        "on 2026/01/31 10:15:30"));
    }

    private void assertSame(String type, String more, List<String> texts) throws IOException {
        Project project = project(
                "t: {type: " + type + more + "}",
                texts.stream().map(text -> "\"" + text + "\"").toList());
        try (Table table = project.open(1)) {
            List<String> read = Reads.texts(table, Part.TRAIN, "t");
            List<String> quoted = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String value = read.get(i).replace("T", " ").replace("Z", "");
                quoted.add(
                        read.get(i).isEmpty()
                                ? "(n = %s and t is null)".formatted(i)
                                : "(n = %s and t = %s '%s')".formatted(i, type, value));
            }
            assertThat(table.check(List.of(String.join(" or ", quoted)))).containsExactly(new SqlOutcome.Holds());
            assertThat(read).as("some are read, and some are not").contains("").anyMatch(text -> !text.isEmpty());
            assertThat(Reads.clashes(table, Part.TRAIN, "t"))
                    .hasSize((int) read.stream().filter(String::isEmpty).count());
        }
    }

    private Project project(String column, List<String> cells) throws IOException {
        StringBuilder csv = new StringBuilder("t,n,y,s\n");
        for (int i = 0; i < cells.size(); i++) {
            csv.append(cells.get(i)).append(',').append(i).append(",1,train\n");
        }
        return new Project(folder).file("d.csv", csv.toString()).spec(spec("d.csv", column));
    }

    private static String spec(String source, String column) {
        return """
                task: regression
                data: {source: %s, label: y, split: {column: s}}
                columns:
                  %s
                  n: {type: integer}
                  y: {type: number}
                  s: {type: category}
                """.formatted(source, column);
    }

    @Test
    void days_are_written_by_iso_8601_and_numbered_from_1970() throws IOException {
        Project project =
                project("t: {type: date, format: dd/MM/uuuu}", List.of("31/01/2026", "", "01/01/1970", "30/02/2026"));
        try (Table table = project.open(1)) {
            assertThat(Reads.texts(table, Part.TRAIN, "t")).containsExactly("2026-01-31", "", "1970-01-01", "");
            assertThat(Reads.numbers(table, Part.TRAIN, "t")).containsExactly(20_484.0, Double.NaN, 0.0, Double.NaN);
            assertThat(Reads.clashes(table, Part.TRAIN, "t")).containsExactly("30/02/2026");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:15:30, 2026-01-31T09:15:30Z",
        "2026-07-31T10:15:30, 2026-07-31T08:15:30Z",
        "2026-07-31T10:15:30Z, 2026-07-31T10:15:30Z",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00+01:00, 2026-10-25T01:30:00Z",
        "2026-03-29T02:30:00, ''"
    })
    void a_time_without_an_offset_is_one_of_the_columns_zone(String cell, String instant) throws IOException {
        Project project = project("t: {type: timestamp, zone: Europe/Berlin}", List.of(cell));
        try (Table table = project.open(1)) {
            assertThat(Reads.texts(table, Part.TRAIN, "t")).containsExactly(instant);
            assertThat(table.check(List.of("t is null")))
                    .containsExactly(new SqlOutcome.Invalid("the engine cannot read 't' in the format"
                            + " of ISO 8601 and the zone Europe/Berlin; it can read numbers in UTC"));
        }
    }

    @Test
    void a_parquet_files_times_are_read_as_they_are() throws IOException, SQLException {
        parquet("""
                date '2026-01-31' as d, timestamp '2026-01-31 00:00:00' as m, timestamp '2026-01-31 10:15:30.25' as t,
                timestamp_ns '2026-01-31 10:15:30.123456789' as nano, timestamptz '2026-01-31 10:15:30+02' as z,
                'infinity'::timestamp as i, timestamp_s '2026-01-31 10:15:30' as sec, '2026-01-31' as txt
                """);
        assertThat(read("d", "date")).containsExactly("2026-01-31");
        assertThat(read("m", "date")).containsExactly("2026-01-31");
        assertThat(read("t", "date")).containsExactly("", "2026-01-31T10:15:30.250Z");
        assertThat(read("t", "timestamp")).containsExactly("2026-01-31T10:15:30.250Z");
        assertThat(read("d", "timestamp, zone: '+01:00'")).containsExactly("2026-01-30T23:00:00Z");
        assertThat(read("z", "timestamp, zone: '+01:00'")).containsExactly("2026-01-31T08:15:30Z");
        assertThat(read("nano", "timestamp")).containsExactly("", "2026-01-31 10:15:30.123456789");
        assertThat(read("i", "timestamp")).containsExactly("", "infinity");
        assertThat(read("sec", "timestamp")).containsExactly("2026-01-31T10:15:30Z");
        assertThat(read("txt", "date")).containsExactly("2026-01-31");
        assertThat(read("txt", "timestamp")).containsExactly("", "2026-01-31");
    }

    private void parquet(String columns) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select %s, 1 as n, 1.0 as y, 'train' as s) to '%s' (format parquet)"
                    .formatted(columns, folder.resolve("d.parquet")));
        }
    }

    /** What is read, then what clashes; a check in SQL sees the same. */
    private List<String> read(String column, String type) throws IOException {
        Project project = new Project(folder).spec(spec("d.parquet", column + ": {type: " + type + "}"));
        try (Table table = project.open(1)) {
            List<String> read = new ArrayList<>(Reads.texts(table, Part.TRAIN, column));
            boolean missing = read.get(0).isEmpty();
            String value = read.get(0).replace("T", " ").replace("Z", "");
            if (!type.contains("zone")) {
                assertThat(table.check(
                                List.of(missing ? column + " is null" : "%s = %s '%s'".formatted(column, type, value))))
                        .containsExactly(new SqlOutcome.Holds());
            }
            read.addAll(Reads.clashes(table, Part.TRAIN, column));
            return read;
        }
    }

    @Test
    void dates_of_a_label_column_that_is_kept_are_written_beside_predictions() throws IOException, SQLException {
        Project project = new Project(folder)
                .file("d.csv", "d,t,y,s\n2026-01-31,2026-01-31T10:15:30Z,1,test\n,,2,test\n1,1,3,train\n")
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y, id: [d, t], split: {column: s}}
                        columns:
                          d: {type: date}
                          t: {type: timestamp}
                          y: {type: number}
                          s: {type: category}
                          x: {type: number}
                        """);
        Path file = folder.resolve("target/ml/example/p.parquet");
        Files.createDirectories(file.getParent());
        try (Table table = project.open(1)) {
            table.writePredictions(
                    file, Part.TEST, List.of(PredictionColumn.numbers("prediction", new double[] {1, 2})));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select d::varchar, t::varchar from '%s'".formatted(file))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
            assertThat(found).containsExactly("2026-01-31 2026-01-31 10:15:30", "null null");
        }
    }
}
