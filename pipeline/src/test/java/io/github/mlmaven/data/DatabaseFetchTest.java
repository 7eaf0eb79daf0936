package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.postgres.NeedsPostgres;
import io.github.mlmaven.postgres.PostgresServer;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of a real PostgreSQL. */
@NeedsPostgres("rows of a database")
class DatabaseFetchTest extends AskedDatabase {

    @Test
    void rows_are_kept_with_their_types() throws Exception {
        server.run("create type mood as enum ('glad', 'sad')", """
                create table t (a smallint, b integer, c bigint, d numeric(9), e numeric(30), f numeric(10, 2), g numeric,
                  h real, i double precision, j boolean, k char(5), l varchar(9), m text, n uuid, o mood, p date,
                  q timestamp, r timestamptz)""", """
                insert into t values (1, -2, 9007199254740993, 123456789, 123456789012345678901234567890, 12345678.25, 0.1,
                  0.5, 1e-300, true, 'ab', ' x ', 'Köln', '0b5e8a2c-0c5e-4f0e-9d5e-5a3e1c9b7f11', 'sad', '2024-02-29',
                  '2024-02-29 23:59:59.123456', '2024-02-29 23:59:59.5+02')""", "insert into t values (default)");

        Snapshot snapshot = fetch("select * from t");

        assertThat(snapshot.columns())
                .containsExactly(
                        "a bigint",
                        "b bigint",
                        "c bigint",
                        "d bigint",
                        "e decimal(38, 0)",
                        "f double",
                        "g double",
                        "h double",
                        "i double",
                        "j boolean",
                        "k varchar",
                        "l varchar",
                        "m varchar",
                        "n varchar",
                        "o varchar",
                        "p date",
                        "q timestamp",
                        "r timestamp with time zone");
        assertThat(snapshot.rows()).isEqualTo(2);
        assertThat(rows())
                .containsExactly(
                        "1|-2|9007199254740993|123456789|123456789012345678901234567890|12345678.25|0.1|0.5|1e-300|true"
                                + "|ab| x |Köln|0b5e8a2c-0c5e-4f0e-9d5e-5a3e1c9b7f11|sad|2024-02-29"
                                + "|2024-02-29 23:59:59.123456|2024-02-29 21:59:59.5+00",
                        "null|null|null|null|null|null|null|null|null|null|null|null|null|null|null|null|null|null");
    }

    @Test
    void what_no_number_and_no_time_is_is_kept_for_the_findings() throws Exception {
        fetch("select 1 as x, 'NaN'::float8 as y, 'Infinity'::float8 as a, 'NaN'::numeric as b, 'infinity'::date as c,"
                + " '-infinity'::timestamp as d, 'infinity'::timestamptz as e, -0.0::float8 as f");

        assertThat(rows()).containsExactly("1|nan|inf|nan|infinity|-infinity|infinity|0.0");
    }

    @Test
    void a_decimal_is_the_double_that_is_nearest_and_a_whole_number_is_never_another() throws Exception {
        fetch("select 0.12345678901234567890123456789::numeric as y, 9007199254740992::numeric as x");
        assertThat(rows()).containsExactly("0.12345678901234568|9007199254740992.0");

        assertThat(refusedAfter("select 9007199254740993::numeric as x").problem())
                .isEqualTo(
                        "Column 'x' of the query has 9007199254740993, a whole number with more digits than its cells"
                                + " hold.");
    }

    @Test
    void the_same_rows_in_another_place_of_the_table_are_the_same_snapshot() throws Exception {
        server.run(
                "create table t as select i as x, (i * 7919) % 1000 / 8.0 as y, case when i % 3 > 0 then 'Ä' || i % 7 end"
                        + " as k from generate_series(1, 5000) i");
        Snapshot first = fetch("select x, y, k from t");
        List<String> rows = rows();
        Object written = Files.getLastModifiedTime(files().snapshot());
        server.run("create table u as select * from t order by random()", "drop table t", "alter table u rename to t");

        Snapshot second = fetch("select x, y, k from t");

        assertThat(second).isEqualTo(first);
        assertThat(rows()).isEqualTo(rows);
        assertThat(Files.getLastModifiedTime(files().snapshot())).isEqualTo(written);

        server.run("update t set k = 'z' where x = 4711");
        assertThat(fetch("select x, y, k from t").sha256()).isNotEqualTo(first.sha256());
    }

    @Test
    void a_time_that_the_database_writes_is_that_of_no_machine() throws Exception {
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            fetch("select '2024-01-01 00:00:00+00'::timestamptz::text as k, '2024-03-10 02:30'::timestamp as s");

            assertThat(rows()).containsExactly("2024-01-01 00:00:00+00|2024-03-10 02:30:00");
            assertThat(TimeZone.getDefault().getID()).isEqualTo("America/New_York");
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_type_is_another_snapshot() throws Exception {
        String first = fetch("select 1::int as x, 2::float8 as y").sha256();

        assertThat(fetch("select 1::smallint as x, 2::float8 as y").sha256()).isEqualTo(first);
        assertThat(fetch("select 1::float8 as x, 2::float8 as y").sha256()).isNotEqualTo(first);
        assertThat(fetch("select 1::int as z, 2::float8 as y").sha256()).isNotEqualTo(first);
    }

    @Test
    void rows_are_in_the_order_of_the_query_and_then_of_the_columns() throws Exception {
        server.run("create table t (x integer, y numeric, k text)");
        server.run("insert into t values (3, 1, 'b'), (1, 2, 'a'), (2, 1, 'B'), (4, null, 'a'), (5, 1, null)");

        fetch("select x, y, k from t order by t.y desc, \"k\" -- the rest by x");
        assertThat(rows()).containsExactly("4|null|a", "1|2.0|a", "2|1.0|B", "3|1.0|b", "5|1.0|null");

        fetch("select x, y, k from t order by 3 nulls first, 2 limit 10;");
        assertThat(rows()).containsExactly("5|1.0|null", "2|1.0|B", "1|2.0|a", "4|null|a", "3|1.0|b");

        fetch("select k, row_number() over (order by x desc) as x from t");
        assertThat(rows()).containsExactly("B|4", "a|2", "a|5", "b|3", "null|1");
    }

    @Test
    void a_table_reads_the_snapshot_and_names_rows_by_their_id() throws Exception {
        fetch("select x, y, 1 as z from (values (4711, 'a'), (4712, '2.5')) t(x, y)");

        try (Table table = new Project(directory).open()) {
            assertThat(table.count()).isEqualTo(2);
            assertThat(table.findings()).isEmpty();
            assertThat(table.locate(new java.util.TreeMap<>(java.util.Map.of(0L, "a"))))
                    .containsExactly(
                            new io.github.mlmaven.step.Finding.Offender("data.query", 1, Optional.of("x = 4711"), "a"));
        }
    }

    @Test
    void no_rows_and_columns_without_values_are_kept_as_such() throws Exception {
        Snapshot nothing = fetch("select 1 as x, 2.5::float8 as y, 3 as z where false");
        assertThat(nothing.rows()).isZero();
        assertThat(nothing.columns()).containsExactly("x bigint", "y double", "z bigint");
        try (Table table = new Project(directory).open()) {
            assertThat(table.count()).isZero();
        }

        assertThat(fetch("select 1 as x, 2.5::float8 as y, null as z").columns())
                .containsExactly("x bigint", "y double", "z varchar");
        try (Table table = new Project(directory).open()) {
            assertThat(table.count()).isEqualTo(1);
            assertThat(table.findings()).isEmpty();
        }
    }

    @Test
    void what_is_left_names_no_login() throws Exception {
        fetch("select 1 as x, 2 as y");

        try (Stream<Path> left = Files.walk(directory)) {
            for (Path file : left.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PostgresServer.PASSWORD);
            }
        }
        assertThat(Json.line(Json.read(files().snapshotRecord(), Snapshot.class)))
                .doesNotContain("ann");
    }
}
