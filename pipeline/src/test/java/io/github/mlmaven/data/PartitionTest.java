package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in folders named {@code key=value}. */
class PartitionTest {

    private static final String SPEC = """
            task: regression
            data:
              source: sales
              label: y
              split: {test: 0.000001}
            columns:
              y: {type: number}
              year: {type: integer}
              month: {type: category}
            """;

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void files() throws IOException {
        project = new Project(directory);
        project.file("sales/year=2024/month=05/b.csv", "y\n3\n4\n");
        project.file("sales/year=2024/month=05/a.csv", "y\n2\n");
        project.file("sales/year=2023/month=a%2Fb c+d/c.csv", "y\n1\n");
    }

    private List<String> rows(String spec) throws IOException {
        project.spec(spec);
        try (Table table = project.openUnkept(2)) {
            assertThat(table.findings()).isEmpty();
            return rows(table);
        }
    }

    private static List<String> rows(Table table) {
        List<String> names = List.of("y", "year", "month");
        List<String> lines = new ArrayList<>();
        table.readAll(names, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                int at = row;
                lines.add(names.stream()
                        .map(batch::column)
                        .map(column -> column.isMissing(at) ? "-" : column.text(at))
                        .collect(Collectors.joining(" ")));
            }
        });
        return lines;
    }

    private String refused(String spec) throws IOException {
        project.spec(spec);
        MlException refused = catchThrowableOfType(
                MlException.class, () -> project.openUnkept(2).close());
        return refused.problem() + " " + refused.remedy();
    }

    @Test
    void each_key_is_a_column_of_the_type_that_the_schema_says() throws IOException {
        assertThat(rows(SPEC)).containsExactly("1 2023 a/b c+d", "2 2024 05", "3 2024 05", "4 2024 05");
        assertThat(rows(SPEC.replace("month: {type: category}", "month: {type: text}")))
                .hasSize(4);
        assertThat(rows(SPEC.replace("source: sales", "source: 'sales/*/*/*.csv'")))
                .hasSize(4);
    }

    @Test
    void parquet_and_json_and_packed_files_have_partitions_too() throws IOException, SQLException {
        Path parquet = directory.resolve("p/year=1/month=x/p.parquet");
        Files.createDirectories(parquet.getParent());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("copy (select 7.5 as y) to '" + parquet + "' (format parquet)");
        }
        assertThat(rows(SPEC.replace("source: sales", "source: p"))).containsExactly("7.5 1 x");

        project.file("j/year=2/month=x/j.jsonl", "{\"y\": 3}\n{\"y\": null}\n");
        assertThat(rows(SPEC.replace("source: sales", "source: j"))).containsExactly("3 2 x", "- 2 x");

        Files.createDirectories(directory.resolve("g/year=3/month=x"));
        project.gzipped("g/year=3/month=x/g.csv.gz", "y\n3\n");
        assertThat(rows(SPEC.replace("source: sales", "source: g"))).containsExactly("3 3 x");
    }

    @Test
    void a_value_that_is_missing_or_not_of_its_type_is_told_as_in_a_file() throws IOException {
        project.file("sales/year=__HIVE_DEFAULT_PARTITION__/month=NA/d.csv", "y\n9\n");
        project.file("sales/year=old/month=1/d.csv", "y\n8\n");
        project.spec(SPEC.replace("label: y", "label: y\n  missing: ['', NA]"));
        try (Table table = project.openUnkept(2)) {
            assertThat(rows(table)).endsWith("9 - -", "8 - 1");
            assertThat(table.findings()).isEmpty();
            List<String> clashes = new ArrayList<>();
            table.readAll(
                    List.of("year"),
                    batch -> batch.column("year").clashes().forEach(clash -> clashes.add(clash.text())));
            assertThat(clashes).containsExactly("old");
            assertThat(table.locate(new TreeMap<>(Map.of(2L, "y = 3"))).get(0).line())
                    .isEqualTo(2);
        }
    }

    @Test
    void conditions_checks_and_queries_see_the_columns() throws IOException {
        project.spec(SPEC.replace("label: y", "label: y\n  where: year < 2024"));
        try (Table table = project.openUnkept(2)) {
            assertThat(table.leftOut().dropped()).isEqualTo(3);
            assertThat(table.count()).isEqualTo(1);
        }
        project.spec(SPEC);
        try (Table table = project.openUnkept(2)) {
            assertThat(table.check(List.of("year > 2023", "month = '05'")))
                    .containsExactly(
                            new SqlOutcome.Broken(1, new TreeMap<>(Map.of(0L, "year = 2023"))),
                            new SqlOutcome.Broken(1, new TreeMap<>(Map.of(0L, "month = a/b c+d"))));
        }
        assertThat(rows(SPEC.replace(
                        "source: sales",
                        "files: {s: sales}\n  query: select y, year, month from s where month = '05'")))
                .containsExactly("2 2024 05", "3 2024 05", "4 2024 05");
    }

    @Test
    void a_malformed_record_is_judged_by_the_fields_of_the_file() throws IOException {
        project.file("sales/year=2024/month=05/a.csv", "y\n2\n3,4\n");
        project.spec(SPEC);
        try (Table table = project.openUnkept(2)) {
            assertThat(table.findings())
                    .extracting(finding -> finding.code().key() + " "
                            + finding.rows().first().get(0).file())
                    .containsExactly("row-malformed sales/year=2024/month=05/a.csv");
            assertThat(rows(table)).hasSize(4);
        }
    }

    @Test
    void files_whose_folders_have_other_keys_are_refused() throws IOException {
        project.file("sales/e.csv", "y\n9\n");
        assertThat(refused(SPEC))
                .isEqualTo("The folders of sales/e.csv are partitions by nothing, and those of"
                        + " sales/year=2023/month=a%2Fb c+d/c.csv by 'year', 'month'. Put all files of a source into folders with"
                        + " the same keys in the same order.");
    }

    @Test
    void many_keys_are_told_by_the_first_of_them() throws IOException {
        String deep = IntStream.range(0, 30).mapToObj(i -> "k" + i + "=1/").collect(Collectors.joining());
        project.file("sales/" + deep + "e.csv", "y\n9\n");
        assertThat(refused(SPEC))
                .contains(
                        "e.csv are partitions by 'k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9' and 20 more, and"
                                + " those of");
    }

    @Test
    void a_column_that_a_folder_says_too_is_refused() throws IOException {
        project.file("sales/year=2024/month=05/a.csv", "y,year\n2,2024\n");
        assertThat(refused(SPEC))
                .isEqualTo(
                        "sales/year=2024/month=05/a.csv has a column 'year', and the folder 'year=' above it says what it is"
                                + " too. Remove the column from the file, or rename the folder.");
    }

    @Test
    void the_inner_of_two_folders_with_one_key_counts_and_what_is_no_encoding_is_itself() {
        assertThat(Partition.of(Stream.of("a=1", "b=100%", "a=2=3").toList()).values())
                .containsExactly(Map.entry("a", Optional.of("2=3")), Map.entry("b", Optional.of("100%")));
    }
}
