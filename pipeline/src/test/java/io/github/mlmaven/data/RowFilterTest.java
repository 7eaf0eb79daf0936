package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.validate.DataValidation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFilterTest {

    private static final String SPEC = """
            task: regression
            data:
              source: d.csv
              label: y
              id: [n]
              split: {test: 0.25}
              where: %s
            columns:
              n: {type: integer}
              k: {type: category}
              y: {type: number}
            """;

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void create() {
        project = new Project(directory);
    }

    private Project where(String condition) throws IOException {
        return project.spec(SPEC.formatted(condition));
    }

    private static List<String> all(Table table, String column) {
        return Stream.of(Part.values())
                .flatMap(part -> Reads.texts(table, part, column).stream())
                .sorted()
                .toList();
    }

    @Test
    void rows_that_are_not_kept_are_in_no_part_and_counted() throws IOException {
        where("y is not null and k <> 'x'").file("d.csv", "n,k,y\n1,a,1\n2,a,\n3,x,3\n4,,4\n5,b,5\n");

        for (Table open : List.of(project.open(), project.openUnkept(1))) {
            try (Table table = open) {
                assertThat(table.count()).isEqualTo(2);
                assertThat(table.leftOut().dropped()).isEqualTo(3);
                assertThat(table.count(Part.TRAIN) + table.count(Part.TEST)).isEqualTo(2);
                assertThat(all(table, "n")).containsExactly("1", "5");
                assertThat(table.locate(new TreeMap<>(Map.of(4L, "v")))).containsExactly(new Offender("d.csv", 6, "v"));
            }
        }
    }

    @Test
    void a_table_that_was_filtered_is_the_table_of_the_rows_that_it_keeps() throws IOException {
        String kept = rows(i -> i % 7 != 0);
        String all = rows(i -> true);
        String condition = "n % 7 <> 0";
        try (Table filtered = where(condition).file("d.csv", all).openUnkept(2);
                Table alone = new Project(directory.resolve("alone"))
                        .spec(SPEC.formatted("n is not null"))
                        .file("d.csv", kept)
                        .openUnkept(2)) {
            assertThat(filtered.split()).isEqualTo(alone.split());
            assertThat(filtered.leftOut().dropped()).isEqualTo(2_858);
            DataValidation found = DataValidation.of(filtered, project.spec());
            assertThat(found.profile())
                    .isEqualTo(DataValidation.of(alone, new Project(directory.resolve("alone")).spec())
                            .profile());
            assertThat(Reads.numbers(filtered, Part.TEST, "y")).isEqualTo(Reads.numbers(alone, Part.TEST, "y"));
            // Folded once more, from the file.
            assertThat(DataValidation.of(filtered, project.spec())).isEqualTo(found);
            filtered.fold(new Fold());
        }
    }

    private static String rows(IntPredicate kept) {
        return "n,k,y\n"
                + IntStream.range(0, 20_000)
                        .filter(kept)
                        .mapToObj(i -> i + ",k" + i % 3 + "," + i + ".5\n")
                        .collect(Collectors.joining());
    }

    @Test
    void a_value_that_is_not_of_its_type_is_no_missing_one() throws IOException {
        where("y is not null").file("d.csv", "n,k,y\n1,a,1\n2,a,\n3,b,12O\n4,b,4\n");

        try (Table table = project.open()) {
            assertThat(table.leftOut().dropped()).isEqualTo(1);
            assertThat(DataValidation.of(table, project.spec()).findings())
                    .filteredOn(finding -> finding.code().key().equals("type-mismatch"))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.rows().first()).containsExactly(new Offender("d.csv", 4, "12O")));
        }
    }

    @Test
    void a_check_does_not_look_at_rows_that_are_not_kept() throws IOException {
        where("k <> 'x'").file("d.csv", "n,k,y\n1,a,1\n0,x,7\n3,b,9\n");

        try (Table table = project.open()) {
            assertThat(table.check(List.of(
                            "y < 5", "cast(replace(replace(k, 'a', '1'), 'b', '2') as integer) > 0", "k = 'x'")))
                    .containsExactly(
                            new SqlOutcome.Broken(1, new TreeMap<>(Map.of(2L, "y = 9"))),
                            new SqlOutcome.Holds(),
                            new SqlOutcome.Broken(2, new TreeMap<>(Map.of(0L, "k = a", 2L, "k = b"))));
        }
    }

    @Test
    void malformed_rows_move_no_row_of_the_filter() throws IOException {
        where("k = 'a'").file("d.csv", "n,k,y\n1,a,1\n2,a\n3,b,3\n\"4\"x,a,4\n5,a,5\n6,b,6\n");

        try (Table table = project.open()) {
            assertThat(all(table, "n")).containsExactly("1", "5");
            assertThat(table.leftOut().dropped()).isEqualTo(2);
            assertThat(table.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code().key()).isEqualTo("row-malformed"));
        }
    }

    @Test
    void several_files_are_filtered_each_by_its_own_rows() throws IOException {
        where("k = 'a'")
                .spec(SPEC.formatted("k = 'a'").replace("d.csv", "data/*.csv"))
                .file("data/1.csv", "n,k,y\n1,a,1\n2,b,2\n")
                .file("data/2.csv", "k,n,y\nb,3,3\na,4,4\n");

        try (Table table = project.openUnkept(1)) {
            assertThat(all(table, "n")).containsExactly("1", "4");
            assertThat(table.locate(new TreeMap<>(Map.of(3L, "v"))))
                    .containsExactly(new Offender("data/2.csv", 3, "v"));
        }
    }

    @Test
    void a_file_of_which_nothing_is_kept_is_no_trouble() throws IOException {
        project.spec(SPEC.formatted("k = 'a'").replace("d.csv", "data/*.csv"))
                .file("data/1.csv", "n,k,y\n1,b,1\n2,b,2\n")
                .file("data/2.csv", "n,k,y\n3,a,3\n4,a\n");

        try (Table table = project.open()) {
            assertThat(all(table, "n")).containsExactly("3");
            assertThat(table.leftOut().dropped()).isEqualTo(2);
        }
    }

    @Test
    void rows_of_a_parquet_file_are_filtered_too() throws IOException, SQLException {
        project.spec(SPEC.formatted("y > 1").replace("d.csv", "d.parquet"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select range as n, 'a' as k, range as y from range(5)) to '"
                    + project.path("d.parquet") + "'");
        }

        try (Table table = project.open()) {
            assertThat(all(table, "n")).containsExactly("2", "3", "4");
            assertThat(table.leftOut().dropped()).isEqualTo(2);
        }
    }

    @Test
    void a_condition_that_keeps_nothing_is_found() throws IOException {
        where("y > 100").file("d.csv", "n,k,y\n1,a,1\n2,b,2\n");

        try (Table table = project.open()) {
            assertThat(DataValidation.of(table, project.spec()).findings())
                    .first()
                    .satisfies(finding -> assertThat(finding.code().key()).isEqualTo("where-keeps-nothing"));
        }
    }

    @Test
    void a_condition_that_is_none_is_refused_before_a_row_is_read() throws IOException {
        project.file("d.csv", "n,k,y\n1,a,1\n").file("other.csv", "n\n1\n");
        Map<String, String> refused = Map.of(
                "random() > 0.5",
                "what random says is not told by the row, so that the same data could pass today and fail tomorrow",
                "n in (from 'other.csv')",
                "it reads 'other.csv', and a condition can read the columns of its row alone",
                "true); select (1",
                "it is more than one expression",
                "y >",
                "syntax error at or near \")\"");
        for (Map.Entry<String, String> each : refused.entrySet()) {
            where("\"" + each.getKey() + "\"");
            assertThatThrownBy(project::open)
                    .as(each.getKey())
                    .isInstanceOf(MlException.class)
                    .hasMessageStartingWith("data.where cannot be evaluated (model.yaml line 7): ")
                    .hasMessageContaining(each.getValue())
                    .hasMessageEndingWith(
                            "Write one SQL condition that is true for the rows to keep, such as: price is not"
                                    + " null.");
        }
    }

    @Test
    void a_name_that_is_no_column_is_asked_after() throws IOException {
        project.file("d.csv", "n,k,y\n1,a,1\n");
        Map<String, String> reasons = Map.of(
                "kk = 'a'",
                "'kk' is no column of the data; the nearest is 'k'.",
                "k = \\\"another\\\"",
                "'another' is no column of the data; a text has single quotes.");
        for (Map.Entry<String, String> each : reasons.entrySet()) {
            where("\"" + each.getKey() + "\"");
            try (Table table = project.open()) {
                assertThatThrownBy(table::count)
                        .isInstanceOf(MlException.class)
                        .hasMessageStartingWith(
                                "data.where cannot be evaluated (model.yaml line 7): " + each.getValue() + " Write");
            }
        }
    }

    @Test
    void a_condition_that_fails_on_the_way_is_named_and_not_the_file() throws IOException {
        project.file("d.csv", "n,k,y\n1,a,1\n");
        for (String condition :
                List.of("z > n", "cast(k as integer) > 1", "sum(y) > 1", "row_number() over (order by n) > 1", "y")) {
            where("\"" + condition + "\"");
            try (Table table = project.open()) {
                assertThatThrownBy(table::count)
                        .as(condition)
                        .isInstanceOf(MlException.class)
                        .hasMessageStartingWith("data.where cannot be evaluated (model.yaml line 7): ");
            }
        }
    }
}
