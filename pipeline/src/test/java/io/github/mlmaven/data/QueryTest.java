package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.Finding.Offender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of {@code data.query}. */
class QueryTest {

    private static final String HOUSES = "house,town,price\n3,Ulm,300\n1,Bonn,100.5\n2,Ulm,200\n4,Kiel,50\n";
    private static final String TOWNS = "town,inhabitants,zip\nUlm,126000,07001\nBonn,330000,53111\n";
    private static final String COLUMNS = """
            columns:
              house: {type: integer}
              town: {type: category}
              price: {type: number}
              inhabitants: {type: integer}
            """;
    private static final String JOIN = "select house, town, price, inhabitants from houses join towns using (town)";

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void files() throws IOException {
        project = new Project(directory);
        project.file("data/houses.csv", HOUSES);
        project.file("data/towns.csv", TOWNS);
    }

    private static String spec(String query) {
        return spec("houses: data/houses.csv, towns: data/towns.csv", query, "");
    }

    private static String spec(String files, String query, String more) {
        return """
                task: regression
                data:
                  files: {%s}
                  query: "%s"
                  label: price
                  id: [house]
                  split: {test: 0.000001}
                %s
                """.formatted(files, query, more) + COLUMNS;
    }

    /** The rows of the result as lines, in their order. */
    private List<String> rows(String spec) throws IOException {
        return rows(spec, 1);
    }

    private List<String> rows(String spec, int threads) throws IOException {
        project.spec(spec);
        List<String> lines = new ArrayList<>();
        try (Table table = project.openUnkept(threads)) {
            assertThat(table.findings()).isEmpty();
            table.readAll(List.of("house", "town", "price", "inhabitants"), batch -> {
                for (int row = 0; row < batch.rows(); row++) {
                    int at = row;
                    lines.add(Stream.of("house", "town", "price", "inhabitants")
                            .map(name -> batch.column(name))
                            .map(column -> column.isMissing(at) ? "-" : column.text(at))
                            .collect(Collectors.joining(" ")));
                }
            });
        }
        return lines;
    }

    private MlException refused(String spec) throws IOException {
        project.spec(spec);
        return catchThrowableOfType(
                MlException.class, () -> project.openUnkept(1).close());
    }

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
    void a_column_that_sql_cannot_name_is_refused() throws IOException {
        project.file("data/houses.csv", "house,Town,town\n1,a,b\n");
        assertThat(refused(spec(JOIN)))
                .hasMessage(
                        "data/houses.csv has the columns 'Town' and 'town', which SQL cannot tell apart. Give each column of"
                                + " the table 'houses' a name of its own.");
        project.file("data/houses.csv", "house,,town\n1,a,b\n");
        assertThat(refused(spec(JOIN)))
                .hasMessage(
                        "data/houses.csv has a column without a name, and no query can name it. Give each column of the"
                                + " table 'houses' a name of its own.");
    }

    @Test
    void a_row_is_told_by_its_number_in_the_result_and_its_key() throws IOException {
        project.spec(spec(JOIN));
        try (Table table = project.open()) {
            assertThat(table.locate(new TreeMap<>(Map.of(1L, "town = Ulm"))))
                    .containsExactly(new Offender("data.query", 2, Optional.of("house = 2"), "town = Ulm"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select * from town | it reads 'town', which data.files does not name. Did you mean 'towns'? It can read houses, towns
            select * from 'data/houses.csv' | it reads 'data/houses.csv', which data.files does not name. It can read houses, towns
            select * from main.houses | it reads 'main.houses', which data.files does not name. It can read houses, towns
            select * from duckdb_settings() | it reads with duckdb_settings, and a query reads the files of data.files alone
            select * from read_csv('/etc/passwd') | it reads with read_csv, and a query reads the files of data.files alone
            select (select count(*) from read_text('/etc/passwd')) from houses | it reads with read_text, and a query reads the files of data.files alone
            copy houses to 'x.csv' | it is more than one selection, or something else than one
            attach 'x.db' | it is more than one selection, or something else than one
            install httpfs | it is more than one selection, or something else than one
            select * from houses; drop view houses | it is more than one selection, or something else than one
            select * from houses; select * from towns | it is more than one selection, or something else than one
            create table x as select * from houses | it is more than one selection, or something else than one
            pivot houses on town using sum(price) | it is more than one selection, or something else than one
            select * from (pivot houses on town in ('Ulm') using sum(price)) | it makes columns of rows, so that its columns would come and go with them
            select random() as house from houses | what random says is not told by the files, so that the same files could be other data tomorrow
            select now() as house from houses | what now says is not told by the files, so that the same files could be other data tomorrow
            select current_date as house from houses | what current_date says is not told by the files, so that the same files could be other data tomorrow
            select current_setting('threads') as house from houses | what current_setting says is not told by the files, so that the same files could be other data tomorrow
            select * from houses using sample 2 | it takes a sample, which is another one each time
            select * from houses limit 2 | limit takes any of the rows, which nothing puts into an order
            select * from (select * from houses limit 2) | limit takes any of the rows, which nothing puts into an order
            select distinct on (town) * from houses | distinct on takes any of the rows, which nothing puts into an order
            select first(house) as house from houses | what first says depends on an order of the rows, and it is given none
            select lag(house) over (partition by town) as house from houses | what lag says depends on an order of the rows, and it is given none
            select sum(house) over (rows 2 preceding) as house from houses | what sum says depends on an order of the rows, and it is given none
            select * from houses positional join towns | a positional join goes by the places of rows, which tables do not keep
            select range(1000000000) as house from houses | it makes a list of any length with range, and the engine could not be stopped at it
            select * from houses join towns on houses.town = towns.town | it has two columns 'town'; name the columns that it selects, or join 'using (town)'
            select *, 1 as HOUSE from houses | it has two columns 'HOUSE'; name the columns that it selects, or join 'using (HOUSE)'
            select [1, 2] as house from houses | its column 'house' is INTEGER[], and a cell has one value
            """)
    void a_query_that_is_none_is_refused(String query, String reason) throws IOException {
        MlException refused = refused(spec(query));

        assertThat(refused.problem()).isEqualTo("data.query cannot be evaluated (model.yaml line 4): " + reason + ".");
        assertThat(refused.remedy())
                .isEqualTo(
                        "Write one selection of rows; there is houses (house bigint, town varchar, price double) and towns"
                                + " (town varchar, inhabitants bigint, zip varchar).");
    }

    @Test
    void a_query_that_is_no_sql_is_told_with_its_place() throws IOException {
        MlException refused = refused(spec("select lower(town from houses"));

        assertThat(refused)
                .hasMessage(
                        "data.query cannot be evaluated (model.yaml line 4): syntax error at or near \"from\", in line 1,"
                                + " column 19 of the query. Correct the query there.");
        assertThat(refused("""
                        task: regression
                        data:
                          label: price
                          id: [house]
                          query: |
                            select house, 'Füße' as town,
                              price fromm houses h
                          files: {houses: data/houses.csv, towns: data/towns.csv}
                        columns:
                          house: {type: integer}
                          town: {type: category}
                          price: {type: number}
                        """).problem())
                .isEqualTo(
                        "data.query cannot be evaluated (model.yaml line 5): syntax error at or near \"houses\", in line 2,"
                                + " column 15 of the query.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select hause from houses | Binder Error: Referenced column "hause" not found in FROM clause! Candidate bindings: "house", in line 1, column 8
            select house, house, house, house, house, house, house, house, house, house, house, hause, town, town, town, town, town, town, town, town, town, town from houses | Binder Error: Referenced column "hause" not found in FROM clause! Candidate bindings: "house", in line 1, column 85
            select town + 1 as house from houses | Binder Error: No function matches the given name and argument types '+(VARCHAR, INTEGER_LITERAL)'. You might need to add explicit type casts, in line 1, column 13
            """)
    void a_name_or_a_type_that_does_not_fit_is_told_with_its_place_and_what_there_is(String query, String reason)
            throws IOException {
        assertThat(refused(spec(query)))
                .hasMessage(
                        "data.query cannot be evaluated (model.yaml line 4): " + reason + " of the query. Correct the"
                                + " query there; there is houses (house bigint, town varchar, price double) and towns (town varchar,"
                                + " inhabitants bigint, zip varchar).");
    }

    @Test
    void a_value_that_the_query_cannot_take_is_corrected_where_it_stands() throws IOException {
        assertThat(refused(spec("select town::int as house from houses")))
                .hasMessage(
                        "data.query cannot be evaluated (model.yaml line 4): Conversion Error: Could not convert string"
                                + " 'Ulm' to INT32 when casting from source column town. Correct the value in its file, or read it with"
                                + " try_cast, which makes a missing one of what is none.");
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
    void a_query_that_does_not_end_is_stopped() throws IOException {
        project.spec(spec(
                "select count(*) as house from range(1000000000) a(i), range(1000000000) b(j) where i * j % 7 = 1"));
        MlException refused = catchThrowableOfType(
                MlException.class, () -> project.openHasty().close());

        assertThat(refused.problem())
                .isEqualTo(
                        "data.query cannot be evaluated (model.yaml line 4): it takes longer than the 2 seconds that it has.");
    }

    @Test
    void a_recursion_without_end_is_stopped() throws IOException {
        project.spec(spec(
                "with recursive r(n) as (select 1 union all select (n + 1) % 10 from r) select n as house from r"));
        MlException refused = catchThrowableOfType(
                MlException.class, () -> project.openHasty().close());

        assertThat(refused.problem())
                .isEqualTo(
                        "data.query cannot be evaluated (model.yaml line 4): it takes longer than the 2 seconds that it has.");
    }

    @Test
    void a_file_without_a_header_is_a_finding_and_no_query_runs() throws IOException {
        project.spec(spec(JOIN)).file("data/towns.csv", "");
        try (Table table = project.open()) {
            assertThat(table.findings())
                    .extracting(finding ->
                            finding.code().key() + " " + finding.about().file().orElseThrow())
                    .containsExactly("data-empty data/towns.csv");
        }
    }

    @Test
    void a_malformed_row_of_a_file_is_a_finding() throws IOException {
        project.spec(spec(JOIN)).file("data/towns.csv", TOWNS + "Kiel\n");
        try (Table table = project.open()) {
            assertThat(table.findings())
                    .extracting(finding ->
                            finding.code().key() + " " + finding.rows().first())
                    .containsExactly(
                            "row-malformed [Offender[file=data/towns.csv, line=4, key=Optional.empty, value=1]]");
        }
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
