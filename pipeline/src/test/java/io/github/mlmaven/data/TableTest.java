package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.text.Sha256;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final String ALL_TRAIN = """
            task: regression
            data: {source: d.csv, label: y, split: {test: 0.000001}}
            columns:
              a: {type: number}
              b: {type: boolean}
              k: {type: category}
              y: {type: integer}
            """;

    @TempDir
    Path directory;

    @Test
    void values_are_read_in_the_order_of_the_data() throws IOException {
        Project project = new Project(directory)
                .spec(ALL_TRAIN)
                .file("d.csv", "a,b,k,y\n1.5,true,red,3\n,FALSE,green,4\n-2e3,1,blue,5.0\n0,0,,\n");

        try (Table table = project.open()) {
            assertThat(table.findings()).isEmpty();
            assertThat(table.count()).isEqualTo(4);
            assertThat(Reads.numbers(table, Part.TRAIN, "a")).containsExactly(1.5, Double.NaN, -2000.0, 0.0);
            assertThat(Reads.numbers(table, Part.TRAIN, "b")).containsExactly(1.0, 0.0, 1.0, 0.0);
            assertThat(Reads.texts(table, Part.TRAIN, "b")).containsExactly("true", "false", "true", "false");
            assertThat(Reads.numbers(table, Part.TRAIN, "y")).containsExactly(3.0, 4.0, 5.0, Double.NaN);
            assertThat(Reads.texts(table, Part.TRAIN, "y")).containsExactly("3", "4", "5", "");
            assertThat(Reads.texts(table, Part.TRAIN, "k")).containsExactly("red", "green", "blue", "");
        }
    }

    @Test
    void a_parquet_file_is_read_by_its_own_types() throws IOException, SQLException {
        Project project = new Project(directory).spec(ALL_TRAIN.replace("d.csv", "d.parquet"));
        parquet(
                project,
                "select 1.5::decimal(4, 2) as a, true as b, 7 as k, 3.0::double as y union all select 2, false, 8, null");

        try (Table table = project.open()) {
            assertThat(table.findings()).isEmpty();
            assertThat(Reads.clashes(table, Part.TRAIN, "a")).isEmpty();
            assertThat(Reads.numbers(table, Part.TRAIN, "a")).containsExactly(1.5, 2.0);
            assertThat(Reads.texts(table, Part.TRAIN, "k")).containsExactly("7", "8");
            assertThat(Reads.texts(table, Part.TRAIN, "y")).containsExactly("3", "");
        }
    }

    @Test
    void values_of_a_parquet_file_that_are_not_of_their_type_are_left_out() throws IOException, SQLException {
        Project project = new Project(directory).spec(ALL_TRAIN.replace("d.csv", "d.parquet"));
        parquet(project, "select 'x' as a, true as b, 'k' as k, 3.5::double as y union all select '2', false, 'k', 4");

        try (Table table = project.open()) {
            assertThat(Reads.clashes(table, Part.TRAIN, "a")).containsExactly("x");
            assertThat(Reads.clashes(table, Part.TRAIN, "y")).containsExactly("3.5");
            assertThat(Reads.numbers(table, Part.TRAIN, "a")).containsExactly(Double.NaN, 2.0);
            assertThat(Reads.numbers(table, Part.TRAIN, "y")).containsExactly(Double.NaN, 4.0);
            assertThat(table.locate(new TreeMap<>(Map.of(1L, "v")))).containsExactly(new Offender("d.parquet", 2, "v"));
        }
    }

    @Test
    void a_broken_parquet_file_is_named() throws IOException {
        Project project = new Project(directory)
                .spec(ALL_TRAIN.replace("d.csv", "d.parquet"))
                .file("d.parquet", "no");

        assertThatThrownBy(project::open)
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("d.parquet is no Parquet file that can be read: ");
    }

    @Test
    void files_of_two_formats_are_refused() throws IOException, SQLException {
        Project project =
                new Project(directory).spec(ALL_TRAIN.replace("d.csv", "'d.*'")).file("d.csv", "a,b,k,y\n");
        parquet(project, "select 1 as a");

        assertThatThrownBy(project::open)
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "data.source 'd.*' names text files and Parquet files, such as d.csv and d.parquet. Narrow the"
                                + " pattern in model.yaml line 2 to files of one format.");
    }

    @Test
    void texts_that_stand_for_missing_are_missing_also_in_quotes() throws IOException {
        Project project = new Project(directory)
                .spec(ALL_TRAIN.replace("label: y", "label: y, missing: ['', NA, '?']"))
                .file("d.csv", "a,b,k,y\nNA,?,\"NA\",1\n2,,x,2\n");

        try (Table table = project.open()) {
            assertThat(Reads.clashes(table, Part.TRAIN, "a")).isEmpty();
            assertThat(Reads.numbers(table, Part.TRAIN, "a")).containsExactly(Double.NaN, 2.0);
            assertThat(Reads.texts(table, Part.TRAIN, "k")).containsExactly("", "x");
        }
    }

    @Test
    void a_text_that_stands_for_missing_does_so_as_a_number_too() throws IOException {
        Project project = new Project(directory)
                .spec(ALL_TRAIN.replace("label: y", "label: y, missing: ['', '-200']"))
                .file("d.csv", "a,b,k,y\n-200.0,1,-200.0,-2e2\n-200,1,-200,-200\n7,1,x,7\n");

        try (Table table = project.open()) {
            assertThat(Reads.numbers(table, Part.TRAIN, "a")).containsExactly(Double.NaN, Double.NaN, 7.0);
            assertThat(Reads.texts(table, Part.TRAIN, "y")).containsExactly("", "", "7");
            assertThat(Reads.texts(table, Part.TRAIN, "k")).containsExactly("-200.0", "", "x");
            assertThat(table.check(List.of("a is not null and y is not null", "k = 'x'")))
                    .extracting(outcome -> ((SqlOutcome.Broken) outcome).rows())
                    .containsExactly(2L, 1L);
        }
    }

    @Test
    void a_row_stays_in_its_part_when_rows_are_added_or_moved() throws IOException {
        Map<String, Part> before = parts(rows(0, 400));
        List<String> moved = new ArrayList<>(rows(-100, 500));
        Collections.reverse(moved);
        Map<String, Part> after = parts(moved);

        assertThat(after).hasSize(600).containsAllEntriesOf(before);
        assertThat(before.values()).contains(Part.TRAIN, Part.VALIDATION, Part.TEST);
        assertThat(before.values().stream().filter(Part.TEST::equals).count()).isBetween(60L, 140L);
    }

    @Test
    void the_split_is_the_md5_of_the_canonical_text() throws IOException {
        parts(rows(0, 50)).forEach((id, part) -> {
            double u = Long.parseLong(md5(key(id)).substring(0, 8), 16) / 0x1p32;
            Part expected = u < 0.25 ? Part.TEST : u < 0.5 ? Part.VALIDATION : Part.TRAIN;
            assertThat(part).isEqualTo(expected);
        });
    }

    @Test
    void the_hash_of_the_test_rows_is_that_of_their_sorted_keys() throws IOException {
        List<String> rows = rows(0, 50);
        String keys = parts(rows).entrySet().stream()
                .filter(entry -> entry.getValue() == Part.TEST)
                .map(entry -> md5(key(entry.getKey())))
                .sorted()
                .map(key -> key + "\n")
                .collect(Collectors.joining());

        try (Table table = splitProject(rows).open()) {
            assertThat(table.split().testRows()).isEqualTo(Sha256.of(keys));
        }
    }

    @Test
    void a_number_in_a_key_is_its_bits_and_a_missing_text_is_not_an_empty_one() throws IOException {
        Project project = new Project(directory).spec("""
                        task: regression
                        data: {source: d.csv, label: y, missing: [NA], split: {test: 0.9999999}}
                        columns:
                          b: {type: category}
                          a: {type: number}
                          y: {type: integer}
                        """).file("d.csv", "a,b,y\n-0.0,,1\n1.5,NA,2\n");
        String keys = Stream.of("0,0:,1", Double.doubleToRawLongBits(1.5) + ",,2")
                .map(TableTest::md5)
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));

        try (Table table = project.open()) {
            assertThat(table.split().testRows()).isEqualTo(Sha256.of(keys));
        }
    }

    @Test
    void a_column_can_name_the_parts() throws IOException {
        Project project = new Project(directory)
                .spec(ALL_TRAIN.replace("test: 0.000001", "column: k"))
                .file("d.csv", "a,b,k,y\n1,1,test,1\n2,1,Train,2\n3,1,validation,3\n4,1,,4\n");

        try (Table table = project.open()) {
            Split split = table.split();
            assertThat(List.of(split.train(), split.validation(), split.test())).containsExactly(1L, 1L, 1L);
            assertThat(Reads.numbers(table, Part.TEST, "a")).containsExactly(1.0);
        }
    }

    @Test
    void the_engine_reaches_the_data_and_nothing_else() throws IOException {
        Project project = new Project(directory)
                .spec(ALL_TRAIN)
                .file("d.csv", "a,b,k,y\n1,1,x,1\n")
                .file("other.csv", "a\n1\n");
        List<String> statements = List.of(
                "select * from read_csv('" + project.path("other.csv") + "')",
                "select * from read_csv('" + project.path("target/ml/example/../../../other.csv") + "')",
                "select * from glob('/etc/*')",
                "select * from read_text('http://127.0.0.1:9/x')",
                "attach '" + project.path("x.db") + "' as x",
                "install httpfs",
                "set enable_external_access = true",
                "copy t to '" + project.path("x.csv") + "'");

        Engine.Reach reach = new Engine.Reach(List.of(project.path("d.csv")), project.path("target/ml/example"));
        try (Engine engine = Engine.start(new BuildLimits(1, 512), reach)) {
            engine.run("create table t as select * from read_csv('" + project.path("d.csv") + "')");
            for (String statement : statements) {
                assertThatThrownBy(() -> engine.tryQuery(statement, row -> row.getString(1)))
                        .describedAs(statement)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(project.path("x.csv")).doesNotExist();
        assertThat(project.path("target/ml/example/engine.tmp")).doesNotExist();
    }

    private static void parquet(Project project, String select) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (" + select + ") to '" + project.path("d.parquet") + "'");
        }
    }

    private static List<String> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "r" + i + "," + i + "," + i)
                .toList();
    }

    private static String key(String id) {
        return id.length() + ":" + id + "," + id.substring(1);
    }

    private Project splitProject(List<String> rows) throws IOException {
        return new Project(directory)
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y, id: [id, n], split: {test: 0.25, validation: 0.25}}
                        columns:
                          id: {type: text}
                          n: {type: integer}
                          y: {type: integer}
                          x: {type: number}
                        """)
                .file(
                        "d.csv",
                        "id,n,y,x\n" + rows.stream().map(row -> row + ",1\n").collect(Collectors.joining()));
    }

    private Map<String, Part> parts(List<String> rows) throws IOException {
        Map<String, Part> parts = new HashMap<>();
        try (Table table = splitProject(rows).open()) {
            for (Part part : Part.values()) {
                for (String id : Reads.texts(table, part, "id")) {
                    parts.put(id, part);
                }
            }
        }
        return parts;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
