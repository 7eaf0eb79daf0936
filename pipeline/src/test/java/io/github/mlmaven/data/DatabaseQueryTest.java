package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.postgres.NeedsPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries that a real PostgreSQL, or a build before it, refuses. */
@NeedsPostgres("queries that a database refuses")
class DatabaseQueryTest extends AskedDatabase {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "array[1, 2]; _int4",
                "'{}'::json; json",
                "'{}'::jsonb; jsonb",
                "'\\x00'::bytea; bytea",
                "interval '1 day'; interval",
                "time '10:00'; time",
                "1::money; money",
                "'<a/>'::xml; xml",
                "b'1010'::bit(4); bit",
                "point(1, 2); point"
            })
    void a_type_that_is_no_cell_is_refused_with_its_column(String value, String type) {
        MlException refusal = refused("select 1 as x, " + value + " as odd");

        assertThat(refusal.problem())
                .isEqualTo("data.query (model.yaml line 4) cannot be the data: its column 'odd' is of type " + type
                        + ", and a cell is a number, a text, a boolean, a date or a timestamp.");
        assertThat(refusal.remedy()).isEqualTo("Cast it, as 'cast(odd as varchar(100))', or leave it out.");
    }

    @Test
    void an_order_by_something_else_is_refused() throws SQLException {
        server.run("create table t (x integer, k text)");

        MlException refusal = refused("select x from t order by lower(k), x");

        assertThat(refusal)
                .hasMessage(
                        "data.query (model.yaml line 4) cannot be the data: it is ordered by 'lower(k)', which is no"
                                + " column of its result. Order by columns that it selects, by their names or numbers: the order must"
                                + " be the same on each machine.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "delete from t returning * # it begins with 'delete'",
                "select 1 as x; drop table t # it is more than one statement",
                "select ';' as x /* ; */; -- ; # ",
                "explain select 1 # it begins with 'explain'",
                "select 'a as x # a quote or a comment of it does not end",
                "select 1 /* x # a quote or a comment of it does not end",
                "-- nothing # it is a comment alone"
            })
    void only_one_selection_is_put(String query, String reason) throws Exception {
        server.run("create table t (x integer)");
        if (reason == null) {
            assertThat(fetch(query).rows()).isEqualTo(1);
            return;
        }

        assertThat(refused(query))
                .hasMessage("data.query (model.yaml line 4) is none that a database is asked: " + reason
                        + ". Write one 'select', or 'with' and a 'select'; a build only reads.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "with x as (delete from t returning x) select * from x # cannot execute SELECT in a read-only transaction",
                "select nextval('s') as x # cannot execute nextval() in a read-only transaction"
            })
    void a_query_that_writes_is_refused_by_the_database(String query, String reason) throws Exception {
        server.run("create table t (x integer)", "insert into t values (1)", "create sequence s");

        assertThat(refused(query))
                .hasMessage("data.query (model.yaml line 4) cannot be evaluated by " + server.url() + ": " + reason
                        + ". Let it select rows and change nothing; a build only reads.");
        assertThat(fetch("select x from t").rows()).isEqualTo(1);
    }

    @Test
    void a_query_that_the_database_does_not_understand_has_its_sentence() {
        assertThat(refused("select * from houses"))
                .hasMessage("data.query (model.yaml line 4) cannot be evaluated by " + server.url()
                        + ": relation \"houses\" does not exist. Correct the query; it is written in the database's own"
                        + " SQL.");
    }

    @Test
    void two_columns_of_one_name_are_refused() {
        assertThat(refused("select 1 as x, 2 as x"))
                .hasMessage(
                        "data.query (model.yaml line 4) cannot be the data: it has two columns 'x'. Name one of them"
                                + " otherwise: 'x as other'.");
        assertThat(refused("select 1 as x, 2 as \"X\""))
                .hasMessage(
                        "data.query (model.yaml line 4) cannot be the data: it has the columns 'x' and 'X'. Name one of"
                                + " them otherwise: 'X as other'.");
    }

    @Test
    void what_a_console_would_obey_is_shown_and_not_obeyed() {
        assertThat(refused("select 1 as x, array[1] as U&\"a\\000A\\001B[31mb\"")
                        .problem())
                .contains("its column 'a\\n\\u001b[31mb' is of type _int4");
        assertThat(refused("select 1 as x, 'a\u202e' ::integer as y").problem())
                .endsWith("invalid input syntax for type integer: \"a\\u202e\".");
    }
}
