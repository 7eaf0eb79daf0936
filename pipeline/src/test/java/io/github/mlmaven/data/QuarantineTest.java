package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.report.FindingText;
import io.github.mlmaven.validate.DataValidation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {

    private static final String SPEC = """
            task: regression
            data:
              source: data/*.csv
              label: y
              bad-rows: {quarantine: %s}
              split: {test: 0.000001}
            columns:
              n: {type: integer}
              b: {type: boolean}
              y: {type: number}
            """;

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = new Project(directory)
                .file("data/1.csv", "n,b,y\n1,true,1\n2,maybe,12O\n3,0,3\n")
                .file("data/2.csv", "y,b,n\n4,1,4\n\"a, \"\"b\"\"\",1,5\n6,1,\n");
    }

    private static List<String> findings(Table table, Project project) {
        return DataValidation.of(table, project.spec()).findings().stream()
                .map(finding ->
                        finding.severity() + " " + FindingText.sentence(finding) + " " + FindingText.remedy(finding))
                .filter(text -> text.contains("quarantine") || text.contains("schema says"))
                .toList();
    }

    @Test
    void bad_rows_are_left_out_up_to_a_share_and_written_with_their_places() throws IOException {
        project.spec(SPEC.formatted("50%"));
        for (Table open : List.of(project.open(), project.openUnkept(1))) {
            try (Table table = open) {
                assertThat(table.count()).isEqualTo(4);
                assertThat(table.leftOut().quarantined()).isEqualTo(2);
                assertThat(Reads.texts(table, Part.TRAIN, "y")).containsExactly("1", "3", "4", "6");
                assertThat(Reads.clashes(table, Part.TRAIN, "y")).isEmpty();
                assertThat(findings(table, project))
                        .containsExactly(
                                "WARNING data/1.csv line 3: found b = maybe, which is not of its type; 2 of 6 rows are in"
                                        + " quarantine.csv, a share of 0.5 is allowed (model.yaml line 5). Correct the rows.");
                Path file = directory.resolve("quarantine.csv");
                table.writeQuarantine(file);
                assertThat(Files.readString(file)).isEqualTo("""
                                row,file,line,column,value,reason
                                1,data/1.csv,3,b,maybe,type-mismatch
                                4,data/2.csv,3,y,"a, ""b""\",type-mismatch
                                """);
            }
        }
    }

    @Test
    void a_row_of_an_array_of_json_has_no_line_and_one_of_json_lines_has() throws IOException {
        assertThat(quarantined("json", "[\n{\"n\": 1, \"b\": true, \"y\": 1},\n{\"n\": 2, \"b\": 7, \"y\": 2}]"))
                .isEqualTo("row,file,line,column,value,reason\n1,data/1.json,,b,7,type-mismatch\n");
        assertThat(quarantined("jsonl", "{\"n\": 1, \"b\": true, \"y\": 1}\n\n{\"n\": 2, \"b\": 7, \"y\": 2}\n"))
                .isEqualTo("row,file,line,column,value,reason\n1,data/1.jsonl,3,b,7,type-mismatch\n");
    }

    private String quarantined(String format, String rows) throws IOException {
        project.spec(SPEC.formatted("50%").replace("data/*.csv", "data/1." + format))
                .file("data/1." + format, rows);
        Path file = directory.resolve("quarantine.csv");
        try (Table table = project.open()) {
            table.writeQuarantine(file);
        }
        return Files.readString(file);
    }

    @Test
    void more_bad_rows_than_the_share_are_an_error() throws IOException {
        project.spec(SPEC.formatted("33%"));
        try (Table table = project.open()) {
            assertThat(findings(table, project))
                    .containsExactly(
                            "ERROR data/1.csv line 3: found b = maybe, which is not of its type; 2 of 6 rows are in"
                                    + " quarantine.csv, a share of 0.33 is allowed (model.yaml line 5). Correct the rows, or"
                                    + " allow more in model.yaml line 5.");
        }
    }

    @Test
    void no_row_but_bad_ones_is_an_error_whatever_is_allowed() throws IOException {
        project.spec(SPEC.formatted("100%"))
                .file("data/1.csv", "n,b,y\nx,1,1\n")
                .file("data/2.csv", "n,b,y\n");
        try (Table table = project.open()) {
            assertThat(findings(table, project)).singleElement().asString().startsWith("ERROR data/1.csv line 2: ");
        }
    }

    @Test
    void bad_rows_are_errors_of_their_columns_where_nothing_is_said() throws IOException {
        project.spec(SPEC.formatted("0"));
        try (Table table = project.open()) {
            assertThat(table.count()).isEqualTo(6);
            assertThat(table.leftOut().quarantined()).isZero();
            assertThat(findings(table, project))
                    .hasSize(2)
                    .allSatisfy(
                            text -> assertThat(text).startsWith("ERROR data/").contains("the schema says"));
            Path file = directory.resolve("quarantine.csv");
            table.writeQuarantine(file);
            assertThat(Files.readString(file)).isEqualTo("row,file,line,column,value,reason\n");
        }
    }

    @Test
    void a_file_that_is_read_twice_is_quarantined_once() throws IOException {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> i + ",1," + (i % 1000 == 7 ? "bad" : i) + "\n")
                .collect(Collectors.joining());
        // The last record makes the file be copied and read again.
        project.spec(SPEC.formatted("1%")).file("data/1.csv", "n,b,y\n" + rows + "1,2\n");
        try (Table table = project.openUnkept(2)) {
            assertThat(table.leftOut().quarantined()).isEqualTo(6);
            assertThat(table.leftOut().quarantined(2)).containsOnlyKeys(7L, 1007L);
            assertThat(table.count()).isEqualTo(4_997);
        }
    }

    @Test
    void a_check_does_not_look_at_quarantined_rows() throws IOException {
        project.spec(SPEC.formatted("50%"));
        try (Table table = project.openUnkept(2)) {
            assertThat(table.check(List.of("y is not null and b is not null", "y < 5")))
                    .containsExactly(
                            new SqlOutcome.Holds(), new SqlOutcome.Broken(1, new TreeMap<>(Map.of(5L, "y = 6"))));
        }
    }

    @Test
    void what_the_filter_leaves_out_is_not_quarantined() throws IOException {
        project.spec(SPEC.formatted("50%").replace("label: y", "label: y\n  where: n <> 2"));
        try (Table table = project.open()) {
            assertThat(table.leftOut().dropped()).isEqualTo(2);
            assertThat(table.leftOut().quarantined()).isEqualTo(1);
            assertThat(table.count()).isEqualTo(3);
        }
    }
}
