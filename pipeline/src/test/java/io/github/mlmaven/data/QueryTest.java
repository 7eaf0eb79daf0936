package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.step.Finding.Offender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of {@code data.query}. */
class QueryTest extends Querying {

    @Test
    void files_are_joined() throws IOException {
        assertThat(rows(spec(JOIN))).containsExactly("1 Bonn 100.5 330000", "2 Ulm 200 126000", "3 Ulm 300 126000");
        assertThat(directory.resolve("target/ml/example/engine.tmp")).doesNotExist();
        assertThat(directory.resolve("target/ml/example/beside.tmp")).doesNotExist();
    }

    @Test
    void rows_are_in_the_order_of_the_query_and_then_of_the_columns() throws IOException {
        assertThat(rows(spec(JOIN + " order by town desc")))
                .containsExactly("2 Ulm 200 126000", "3 Ulm 300 126000", "1 Bonn 100.5 330000");
        assertThat(rows(spec(JOIN + " order by price desc nulls first limit 2")))
                .containsExactly("3 Ulm 300 126000", "2 Ulm 200 126000");
        assertThat(rows(spec(JOIN + " order by all desc")))
                .containsExactly("3 Ulm 300 126000", "2 Ulm 200 126000", "1 Bonn 100.5 330000");
        assertThat(rows(spec(JOIN + " union all " + JOIN + " order by town")))
                .containsExactly(
                        "1 Bonn 100.5 330000",
                        "1 Bonn 100.5 330000",
                        "2 Ulm 200 126000",
                        "2 Ulm 200 126000",
                        "3 Ulm 300 126000",
                        "3 Ulm 300 126000");
    }

    @Test
    void the_result_is_the_same_file_whatever_the_threads() throws IOException {
        StringBuilder houses = new StringBuilder("house,town,price\n");
        for (int i = 0; i < 200_000; i++) {
            houses.append((i * 7919L) % 200_000)
                    .append(",t")
                    .append(i % 50)
                    .append(',')
                    .append(i % 977)
                    .append(".25\n");
        }
        StringBuilder towns = new StringBuilder("town,inhabitants\n");
        for (int i = 0; i < 50; i++) {
            towns.append('t').append(i).append(',').append(i * 1000).append('\n');
        }
        project.file("data/houses.csv", houses.toString()).file("data/towns.csv", towns.toString());
        String spec =
                spec("select house, town, avg(price) over (partition by town order by house rows 3 preceding) as price,"
                        + " inhabitants from houses join towns using (town)");
        List<String> one = rows(spec, 1);

        assertThat(rows(spec, 4)).isEqualTo(one);
        assertThat(one)
                .hasSize(200_000)
                .isEqualTo(one.stream()
                        .sorted(Comparator.comparingLong(line -> Long.parseLong(line.substring(0, line.indexOf(' ')))))
                        .toList());
    }

    @Test
    void lags_are_of_the_row_before() throws IOException {
        assertThat(rows(spec(
                        "select house, town, price, lag(house) over (partition by town order by price) as inhabitants"
                                + " from houses")))
                .containsExactly("1 Bonn 100.5 -", "2 Ulm 200 -", "3 Ulm 300 2", "4 Kiel 50 -");
    }

    @Test
    void columns_of_text_files_have_the_narrowest_type_that_loses_nothing() throws IOException {
        project.file("data/all.csv", """
                i,n,b,d,t,zip,long,mixed,none,c
                1,1.5,true,2026-01-31,2026-01-31T10:15:30Z,01067,12345678901234567890,1,,1 000
                -20,2e3,FALSE,2026-02-01,2026-01-31 10:15:30,99999,2,x,,7
                """);

        assertThat(refused(spec("every: data/all.csv", "select * from every where nothing = 1", ""))
                        .remedy())
                .isEqualTo(
                        "Correct the query there; there is every (i bigint, n double, b boolean, d date, t timestamp,"
                                + " zip varchar, long varchar, mixed varchar, none varchar, c varchar).");
        assertThat(refused(spec(
                                "every: data/all.csv",
                                "select * from every where nothing = 1",
                                "  csv: {thousands: ' '}\n  missing: ['', x]"))
                        .remedy())
                .contains("mixed bigint, none varchar, c bigint");
    }

    @Test
    void parquet_and_json_are_tables_too() throws IOException, SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute(
                    "copy (select 'Ulm' as town, 126000::hugeint as inhabitants, date '2020-01-01' as since) to '"
                            + directory.resolve("data/towns.parquet") + "' (format parquet)");
        }
        project.file(
                "data/houses.jsonl",
                "{\"house\": 7, \"town\": \"Ulm\"}\n{\"house\": 8, \"price\": 3.5, \"town\": \"Ulm\"}\n");
        String files = "houses: data/houses.jsonl, towns: data/towns.parquet";

        assertThat(rows(spec(files, JOIN.replace("inhabitants", "sum(1) over () + inhabitants as inhabitants"), "")))
                .containsExactly("7 Ulm - 126002", "8 Ulm 3.5 126002");
        assertThat(refused(spec(files, "select x from towns", "")).remedy())
                .isEqualTo(
                        "Correct the query there; there is houses (house bigint, town varchar, price double) and towns"
                                + " (town varchar, inhabitants double, since date).");
    }

    @Test
    void several_files_are_one_table() throws IOException {
        project.file("data/parts/a.csv", "house,town,price\n1,Ulm,1\n");
        project.file("data/parts/b.csv", "town,price,house\nUlm,2,9\n");
        String files = "houses: data/parts/*.csv, towns: data/towns.csv";
        assertThat(rows(spec(files, JOIN, ""))).containsExactly("1 Ulm 1 126000", "9 Ulm 2 126000");

        project.file("data/parts/c.csv", "town,price,haus\nUlm,2,9\n");
        assertThat(refused(spec(files, JOIN, "")))
                .hasMessage(
                        "data/parts/a.csv and data/parts/c.csv are files of one table, and 'house' is a column of"
                                + " data/parts/a.csv alone. Give them the same columns, or make them two tables of data.files.");
    }

    @Test
    void a_row_is_told_by_its_number_in_the_result_and_its_key() throws IOException {
        project.spec(spec(JOIN));
        try (Table table = project.open()) {
            assertThat(table.locate(new TreeMap<>(Map.of(1L, "town = Ulm"))))
                    .containsExactly(new Offender("data.query", 2, Optional.of("house = 2"), "town = Ulm"));
        }
    }

    @Test
    void what_reads_nothing_but_its_tables_is_none_of_that() throws IOException {
        assertThat(
                        rows(
                                spec(
                                        "with t as (select * from towns), o as (select h.*, row_number() over (order by house) as n from"
                                                + " houses h) select o.house, town, price + n - n as price, inhabitants from o join t using (town),"
                                                + " (values (1)) as v(one), unnest([1]) as u(x) where exists (select 1 from range(3))")))
                .hasSize(3);
        project.file("data/houses.csv", "house,town,price,user\n3,Ulm,300,4\n");
        assertThat(rows(spec("select house, town, price, user as inhabitants from houses")))
                .containsExactly("3 Ulm 300 4");
    }

    @Test
    void a_cast_that_may_fail_does_not_stop_the_reading() throws IOException {
        assertThat(rows(spec(
                        "select house, town, try_cast(zip as double) as price, try_cast(town as bigint) as inhabitants"
                                + " from houses join towns using (town) where house > 1")))
                .containsExactly("2 Ulm 7001 -", "3 Ulm 7001 -");
    }

    @Test
    void nothing_of_the_project_changes() throws IOException {
        rows(spec(JOIN));
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(directory::relativize)
                            .map(Path::toString))
                    .containsExactlyInAnyOrder("data/houses.csv", "data/towns.csv", "model.yaml");
        }
    }
}
