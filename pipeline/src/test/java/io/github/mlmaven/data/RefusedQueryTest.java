package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that are none, or whose files are none. */
class RefusedQueryTest extends Querying {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select house from houses where town >= date '2026-01-31'",
                "select year(town) as house from houses",
                "select house from houses where town::date > '2026-01-31'",
                "select house, town::timestamp as town from houses"
            })
    void a_date_that_is_a_text_to_the_query_is_told_with_what_reads_it(String query) throws IOException {
        project.file("data/houses.csv", HOUSES.replace("Ulm", "31.01.2026"));

        assertThat(refused(spec(query)).remedy())
                .endsWith(
                        " A date that no file writes as 2026-01-31 is a text to the query: strptime(COLUMN, '%d.%m.%Y')"
                                + " makes a time of 31.01.2026.");
    }

    @Test
    void what_is_no_matter_of_dates_says_nothing_of_them() throws IOException {
        assertThat(refused(spec("select town + 1 as house from houses")).remedy())
                .doesNotContain("strptime");
    }

    @Test
    void a_value_that_the_query_cannot_take_is_corrected_where_it_stands() throws IOException {
        assertThat(refused(spec("select town::int as house from houses")))
                .hasMessage(
                        "data.query cannot be evaluated (model.yaml line 4): Conversion Error: Could not convert string"
                                + " 'Ulm' to INT32 when casting from source column town. Correct the value in its file, or read it with"
                                + " try_cast, which makes a missing one of what is none.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) as house from range(1000000000) a(i), range(1000000000) b(j) where i * j % 7 = 1",
                "with recursive r(n) as (select 1 union all select (n + 1) % 10 from r) select n as house from r"
            })
    void a_query_that_does_not_end_is_stopped(String query) throws IOException {
        project.spec(spec(query));
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void tick(String what, long done, long total) {
                told.add("%s %s of %s".formatted(what, done, total));
            }
        };
        MlException refused = catchThrowableOfType(
                MlException.class, () -> project.openHasty(progress).close());

        assertThat(refused.problem())
                .isEqualTo(
                        "data.query cannot be evaluated (model.yaml line 4): it takes longer than the 2 seconds that it has.");
        assertThat(told).startsWith("data.query runs, second 1 of 2");
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
}
