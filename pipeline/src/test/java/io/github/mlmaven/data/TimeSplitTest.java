package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.step.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits whose bounds all rows together tell. */
class TimeSplitTest {

    @Provide
    Arbitrary<List<Optional<Integer>>> days() {
        return Arbitraries.integers()
                .between(0, 12)
                .optional(0.9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 40)
    void the_last_rows_by_time_are_those_of_the_sql_that_the_docs_show(@ForAll("days") List<Optional<Integer>> days)
            throws IOException, SQLException {
        StringBuilder csv = new StringBuilder("n,sold,y\n");
        for (int i = 0; i < days.size(); i++) {
            csv.append(i)
                    .append(',')
                    .append(days.get(i).map(TimeSplitTest::day).orElse(""))
                    .append(",1\n");
        }
        try (TryFolder folder = TryFolder.create();
                Table table = project(
                                folder.path(), csv.toString(), "by: time, column: sold, test: 0.2, validation: 0.3")
                        .open(1);
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table houses as from read_csv('%s', header = true, columns = {n: 'integer', sold: 'date', y: 'double'})"
                            .formatted(folder.path().resolve("d.csv")));
            String tested = "select n from (" + documented().get(1) + ") where part = 'test' order by n";
            assertThat(Reads.numbers(table, Part.TEST, "n")).isEqualTo(ask(statement, tested));
            statement.execute("create table rest as from houses where n not in (" + tested + ")");
            assertThat(Reads.numbers(table, Part.VALIDATION, "n"))
                    .isEqualTo(
                            ask(
                                    statement,
                                    "select n from rest where sold >= (select min(sold) from (select sold from rest where sold is not null"
                                            + " order by sold desc limit (select cast(ceil(count(sold) * 0.3) as bigint) from houses))) order by n"));
            Split split = table.split();
            assertThat(split.train() + split.validation() + split.test())
                    .isEqualTo(days.stream().filter(Optional::isPresent).count());
        }
    }

    /** The statements that the page about the split shows. */
    private static List<String> documented() throws IOException {
        String page = Files.readString(Path.of("../docs/findings.md"));
        String sql = page.substring(page.indexOf("```sql") + 6);
        return List.of(sql.substring(0, sql.indexOf("```")).split(";"));
    }

    @Property(tries = 20)
    void the_rows_by_hash_are_those_of_the_sql_that_the_docs_show(
            @ForAll @Size(min = 1, max = 30) @UniqueElements
                    List<@AlphaChars @StringLength(min = 1, max = 9) String> ids)
            throws IOException, SQLException {
        StringBuilder csv = new StringBuilder("id,n,y\n");
        for (int i = 0; i < ids.size(); i++) {
            csv.append(ids.get(i)).append(',').append(i).append(",1\n");
        }
        try (TryFolder folder = TryFolder.create();
                Table table = new Project(folder.path())
                        .file("d.csv", csv.toString())
                        .spec("""
                                task: regression
                                data: {source: d.csv, label: y, id: [id], split: {test: 0.2}}
                                columns: {id: {type: text}, n: {type: integer}, y: {type: number}}
                                """)
                        .open(1);
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table houses as from read_csv('%s', header = true, columns = {id: 'varchar', n: 'integer', y: 'double'})"
                            .formatted(folder.path().resolve("d.csv")));
            assertThat(Reads.numbers(table, Part.TEST, "n"))
                    .isEqualTo(ask(
                            statement, "select n from (" + documented().get(0) + ") where part = 'test' order by n"));
        }
    }

    private static List<Double> ask(Statement statement, String sql) throws SQLException {
        List<Double> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getDouble(1));
            }
        }
        return rows;
    }

    private static String day(int day) {
        return LocalDate.of(2026, 1, 20).plusDays(day).toString();
    }

    private static Project project(Path folder, String csv, String split) throws IOException {
        return new Project(folder).file("d.csv", csv).spec("""
                task: regression
                data: {source: d.csv, label: y, split: {%s}}
                columns:
                  n: {type: integer}
                  sold: {type: date}
                  y: {type: number}
                """.formatted(split));
    }

    @TempDir
    Path folder;

    @Test
    void after_a_date_that_day_and_later_ones_are_tested_and_rows_that_are_added_move_none() throws IOException {
        String csv = "n,sold,y\n1,2025-12-31,1\n2,2026-01-01,1\n3,2025-06-01,1\n4,2026-02-01,1\n";
        String split = "by: time, column: sold, after: 2026-01-01";
        try (Table table = project(folder, csv, split).open(1)) {
            assertThat(Reads.numbers(table, Part.TEST, "n")).containsExactly(2.0, 4.0);
            assertThat(Reads.numbers(table, Part.TRAIN, "n")).containsExactly(1.0, 3.0);
            assertThat(table.split().definition().parts()).hasToString("{test=>= 2026-01-01}");
        }
        try (Table table =
                project(folder, csv + "5,2027-01-01,1\n6,2020-01-01,1\n", split).open(1)) {
            assertThat(Reads.numbers(table, Part.TEST, "n")).containsExactly(2.0, 4.0, 5.0);
        }
    }

    @Test
    void the_definition_has_a_hash_that_changes_with_the_bound_alone() throws IOException {
        String csv = "n,sold,y\n1,2025-12-31,1\n2,2026-01-01,1\n3,2025-06-01,1\n4,2026-02-01,1\n";
        Split one;
        Split other;
        Split moved;
        try (Table table =
                project(folder, csv, "by: time, column: sold, test: 0.25").open(1)) {
            one = table.split();
        }
        try (Table table = project(
                        folder, csv.replace("1,2025-12-31", "1,2025-11-30"), "by: time, column: sold, test: 0.25")
                .open(1)) {
            other = table.split();
        }
        try (Table table = project(folder, csv + "5,2026-03-01,1\n", "by: time, column: sold, test: 0.2")
                .open(1)) {
            moved = table.split();
        }
        assertThat(one.definition().parts()).hasToString("{test=>= 2026-02-01}");
        assertThat(other.definitionSha256()).isEqualTo(one.definitionSha256()).hasSize(64);
        assertThat(moved.definition().parts()).hasToString("{test=>= 2026-03-01}");
        assertThat(moved.definitionSha256()).isNotEqualTo(one.definitionSha256());
    }

    @Test
    void each_label_has_its_share_and_few_rows_change_when_some_are_added() throws IOException {
        List<Double> before = tested(1_000);
        List<Double> after = tested(1_100);

        assertThat(before.stream().filter(n -> n % 10 == 0)).hasSize(20);
        assertThat(before.stream().filter(n -> n % 10 != 0)).hasSize(180);
        assertThat(after.stream().filter(n -> n % 10 == 0)).hasSize(22);
        assertThat(before.stream().filter(n -> !after.contains(n)).count()).isLessThan(20);
    }

    private List<Double> tested(int rows) throws IOException {
        StringBuilder csv = new StringBuilder("n,y\n");
        for (int i = 0; i < rows; i++) {
            csv.append(i).append(i % 10 == 0 ? ",rare\n" : ",often\n");
        }
        Project project = new Project(folder).file("d.csv", csv.toString()).spec("""
                task: classification
                data: {source: d.csv, label: y, id: [n], split: {test: 0.2, stratify: true}}
                columns:
                  n: {type: integer}
                  x: {type: number}
                  y: {type: category}
                """);
        try (Table table = project.open(1)) {
            return Reads.numbers(table, Part.TEST, "n");
        }
    }

    @Test
    void a_label_of_one_row_trains_and_one_of_two_rows_is_tested_once() throws IOException {
        Project project = new Project(folder)
                .file("d.csv", "n,y\n1,a\n2,b\n3,b\n4,c\n5,c\n6,c\n")
                .spec("""
                task: classification
                data: {source: d.csv, label: y, id: [n], split: {test: 0.2, validation: 0.1, stratify: true}}
                columns:
                  n: {type: integer}
                  x: {type: number}
                  y: {type: category}
                """);
        try (Table table = project.open(1)) {
            assertThat(Reads.texts(table, Part.TRAIN, "y")).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(Reads.texts(table, Part.TEST, "y")).containsExactlyInAnyOrder("b", "c");
            assertThat(Reads.texts(table, Part.VALIDATION, "y")).containsExactlyInAnyOrder("c");
        }
    }
}
