package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.validate.DataValidation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

    private static final String SPEC = """
            task: regression
            data: {source: %s, label: y, split: {test: 0.000001}}
            columns:
              n: {type: integer}
              k: {type: category}
              b: {type: boolean}
              at.x: {type: number}
              y: {type: number}
            """;

    private static final List<String> ROWS = List.of(
            "{\"n\": 123456789012345678, \"k\": \"a \\\"b\\\",\\nc\\u00e4\", \"b\": true, \"at\": {\"x\": 1.50}, \"y\": -2e-3}",
            "{\"y\": \"7.25\", \"n\": 3.0, \"k\": \"\", \"at\": {}, \"b\": null}",
            "{\"n\": 1.0000000000000000001, \"k\": 5, \"b\": \"FALSE\", \"at\": {\"x\": 1e400}, \"y\": 0}");

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void create() {
        project = new Project(directory);
    }

    private Table open(String name, String content) throws IOException {
        return project.spec(SPEC.formatted(name)).file(name, content).open();
    }

    private static void hasTheRows(Table table) {
        assertThat(table.findings()).isEmpty();
        assertThat(Reads.texts(table, Part.TRAIN, "n")).containsExactly("123456789012345678", "3", "");
        assertThat(Reads.clashes(table, Part.TRAIN, "n")).containsExactly("1.0000000000000000001");
        assertThat(Reads.texts(table, Part.TRAIN, "k")).containsExactly("a \"b\",\ncä", "", "5");
        assertThat(Reads.texts(table, Part.TRAIN, "b")).containsExactly("true", "", "false");
        assertThat(Reads.numbers(table, Part.TRAIN, "at.x")).containsExactly(1.5, Double.NaN, Double.NaN);
        assertThat(Reads.clashes(table, Part.TRAIN, "at.x")).containsExactly("1e400");
        assertThat(Reads.numbers(table, Part.TRAIN, "y")).containsExactly(-0.002, 7.25, 0.0);
        assertThat(table.check(List.of("k is not null", "b is not null", "\"at.x\" = 1.5")))
                .containsExactly(
                        new SqlOutcome.Holds(),
                        new SqlOutcome.Broken(1, new TreeMap<>(Map.of(1L, "b = missing"))),
                        new SqlOutcome.Holds());
    }

    @Test
    void objects_on_lines_are_rows_with_their_lines() throws IOException {
        try (Table table = open("d.jsonl", "\n" + String.join("\n", ROWS) + "\n")) {
            hasTheRows(table);
            assertThat(table.locate(new TreeMap<>(Map.of(0L, "v", 2L, "w"))))
                    .containsExactly(new Offender("d.jsonl", 2, "v"), new Offender("d.jsonl", 4, "w"));
        }
    }

    @Test
    void elements_of_an_array_are_rows_with_their_places() throws IOException {
        try (Table table = open("d.json", "[" + String.join(", ", ROWS) + "]\n")) {
            hasTheRows(table);
            assertThat(table.locate(new TreeMap<>(Map.of(2L, "w")))).containsExactly(new Offender("d.json", 3, "w"));
        }
    }

    @Test
    void a_gzipped_file_is_read_too() throws IOException {
        project.spec(SPEC.formatted("d.ndjson.gz")).gzipped("d.ndjson.gz", String.join("\n", ROWS));
        try (Table table = project.open()) {
            hasTheRows(table);
        }
    }

    @Test
    void keys_that_the_schema_lacks_and_those_that_no_object_has_are_found() throws IOException {
        try (Table table = open("d.jsonl", "{\"n\": 1, \"k\": \"a\", \"y\": 1, \"c\": 2}\n{\"b\": true}\n")) {
            assertThat(table.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code().key()).isEqualTo("column-missing");
                assertThat(finding.values()).containsEntry("columns", new Value.Texts(List.of("at.x")));
                assertThat(finding.values()).containsEntry("unknown", new Value.Texts(List.of("c")));
            });
        }
    }

    @Test
    void a_file_without_objects_has_no_rows() throws IOException {
        for (Map.Entry<String, String> file :
                Map.of("d.json", "[]", "d.jsonl", "").entrySet()) {
            try (Table table = open(file.getKey(), file.getValue())) {
                assertThat(DataValidation.of(table, project.spec()).findings())
                        .first()
                        .satisfies(finding -> assertThat(finding.code().key()).isEqualTo("data-no-rows"));
            }
        }
    }

    @Test
    void what_is_no_row_is_refused_with_its_place() throws IOException {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put(
                "{\"n\": [1]}",
                "d.jsonl line 1, column 7: the value of 'n' is an array, and a cell has one value. Write its parts under keys of"
                        + " their own, or as a text.");
        refused.put(
                "{\"n\": 1}\n7\n",
                "d.jsonl line 2, column 1: a row is an object, found a number. Write one object on each line; an array of"
                        + " objects has the ending .json.");
        refused.put(
                "[{\"n\": 1}]",
                "d.jsonl line 1, column 1: a row is an object, found an array. Write one object on each line; an array of"
                        + " objects has the ending .json.");
        refused.put(
                "{\"at.x\": 1, \"at\": {\"x\": 2}}",
                "d.jsonl line 1, column 25: the key 'at.x' is there twice, once with its dot within an object. Rename one of"
                        + " them.");
        refused.put("{\"n\": 1, \"n\": 2}", "d.jsonl line 1, column 13: Duplicate field 'n'. Correct the file.");
        refused.put("{\"n\": 1", "d.jsonl line 1, column 8: Unexpected end-of-input");
        refused.put("{\"n\": 1,}\n", "d.jsonl line 1, column 9: Unexpected character");
        refused.put("{\"n\": NaN}\n", "d.jsonl line 1, column 10: Non-standard token 'NaN'");
        refused.put(
                "{\"k\": \"\\u0000\"}",
                "d.jsonl line 1, column 15: the value of 'k' has U+0000, is U+001A, or has half of a pair of surrogates. Write a"
                        + " text without such characters.");
        for (Map.Entry<String, String> each : refused.entrySet()) {
            assertThatThrownBy(() -> open("d.jsonl", each.getKey()))
                    .as(each.getKey())
                    .isInstanceOf(MlException.class)
                    .hasMessageStartingWith(each.getValue());
        }
        assertThatThrownBy(() -> open("d.json", "{\"n\": 1}"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "d.json line 1, column 1: a .json file is an array of objects, found an object. Write [{...},"
                                + " {...}], or give a file with one object on each line the ending .jsonl.");
    }

    @Test
    void files_of_json_and_others_are_no_table() throws IOException {
        project.file("data/a.csv", "n,k,b,at.x,y\n").file("data/b.jsonl", "");
        project.spec(SPEC.formatted("data"));

        assertThatThrownBy(project::open)
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("data.source 'data' names text files and JSON files, such as data/a.csv and"
                        + " data/b.jsonl.");
    }
}
