package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.postgres.NeedsPostgres;
import io.github.mlmaven.postgres.PostgresServer;
import io.github.mlmaven.postgres.Relay;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.FetchRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of a real PostgreSQL. */
@NeedsPostgres("rows of a database")
class DatabaseFetchTest {

    private static PostgresServer server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void dropTables() throws SQLException {
        server.run("drop schema public cascade", "create schema public");
    }

    private static Access access(int seconds) {
        return new Access(
                List.of(PostgresServer.driver()),
                Optional.of(new Login(PostgresServer.USER, PostgresServer.PASSWORD)),
                seconds);
    }

    private SpecFile spec(String url, String query) throws IOException {
        return new Project(directory).spec("""
                        task: regression
                        data:
                          jdbc: {url: '%s', server: shop}
                          query: |
                            %s
                          label: y
                          id: [x]
                        columns:
                          x: {type: integer}
                          y: {type: number}
                          z: {type: number}
                        """.formatted(url, query)).spec();
    }

    private Snapshot fetch(String query) throws IOException {
        return fetch(server.url(), query, access(60));
    }

    private Snapshot fetch(String url, String query, Access access) throws IOException {
        SpecFile spec = spec(url, query);
        DatabaseFetch.run(
                new FetchRequest(new Project(directory).place(), access, new BuildLimits(2, 512)),
                spec,
                Progress.SILENT);
        return Snapshot.whole(files(), spec.spec().data().from()).orElseThrow();
    }

    private MlException refused(String url, String query, Access access) {
        MlException refusal = catchThrowableOfType(MlException.class, () -> fetch(url, query, access));
        assertThat(refusal).isNotNull();
        assertThat(files().snapshotRecord()).doesNotExist();
        assertThat(files().snapshot()).doesNotExist();
        assertThat(files().directory().resolve("engine.tmp")).doesNotExist();
        return refusal;
    }

    private MlException refused(String query) {
        return refused(server.url(), query, access(60));
    }

    private ModelFiles files() {
        return new ModelFiles(directory.resolve("target/ml/example"));
    }

    /** The rows of the snapshot, each as a line. */
    private List<String> rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(
                    "select cast(columns(*) as varchar) from read_parquet(" + Sql.literal(files().snapshot()) + ")")) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        cells.add(String.valueOf(result.getString(i)));
                    }
                    rows.add(String.join("|", cells));
                }
            }
            return rows;
        }
    }

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
    void a_decimal_is_the_double_that_is_nearest_and_a_whole_number_is_never_another() throws Exception {
        fetch("select 0.12345678901234567890123456789::numeric as y, 9007199254740992::numeric as x");
        assertThat(rows()).containsExactly("0.12345678901234568|9007199254740992.0");

        assertThat(refusedAfter("select 9007199254740993::numeric as x").problem())
                .isEqualTo(
                        "Column 'x' of data.query has 9007199254740993, a whole number with more digits than its cells"
                                + " hold.");
    }

    /** A refusal that leaves what was there. */
    private MlException refusedAfter(String query) {
        return catchThrowableOfType(MlException.class, () -> fetch(query));
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
    void a_wrong_password_is_told_and_not_repeated() {
        Access wrong = new Access(
                List.of(PostgresServer.driver()), Optional.of(new Login(PostgresServer.USER, "wrong-5e11")), 60);

        MlException refusal = refused(server.url(), "select 1 as x", wrong);

        assertThat(refusal)
                .hasMessage("The database " + server.url()
                        + " refuses the login: password authentication failed for user \"ann\". Correct user and password: of"
                        + " the <server> 'shop' in settings.xml, or those of the environment.");
    }

    @Test
    void a_database_that_is_down_is_told() throws IOException {
        String url = PostgresServer.url(PostgresServer.freePort());

        assertThat(refused(url, "select 1 as x", access(60)).problem())
                .startsWith("The database " + url + " cannot be reached: Connection to 127.0.0.1:")
                .doesNotContain("\n");
    }

    @Test
    void a_driver_that_is_not_there_is_told_with_what_to_write() {
        MlException refusal = refused(server.url(), "select 1 as x", new Access(List.of(), Optional.empty(), 60));

        assertThat(refusal.problem())
                .isEqualTo("No driver for jdbc:postgresql:... is among the dependencies of ml-maven-plugin.");
        assertThat(refusal.remedy()).isEqualTo("""
                        Add it to the POM, in the version that you use:
                        <plugin>
                          <groupId>io.github.mlmaven</groupId>
                          <artifactId>ml-maven-plugin</artifactId>
                          <dependencies>
                            <dependency>
                              <groupId>org.postgresql</groupId>
                              <artifactId>postgresql</artifactId>
                              <version>...</version>
                            </dependency>
                          </dependencies>
                        </plugin>""");
        assertThat(refused("jdbc:unheard:of", "select 1 as x", access(60)).remedy())
                .isEqualTo("Add the JAR that has it as a <dependency> of the plugin in the POM.");
    }

    @Test
    void a_database_that_never_answers_the_login_is_given_up() throws IOException {
        try (Relay relay = Relay.to(server.port(), Relay.Fault.SILENCE, 0)) {
            String url = PostgresServer.url(relay.port());

            MlException refusal = refused(url, "select 1 as x", access(1));

            assertThat(refusal.problem())
                    .isEqualTo("The database " + url + " did not answer the login within a second.");
        }
    }

    @Test
    void a_query_that_takes_too_long_is_ended_there_too() throws Exception {
        MlException refusal = refused(server.url(), "select 1 as x, pg_sleep(60)::text as y", access(1));

        assertThat(refusal.problem())
                .isEqualTo("data.query (model.yaml line 4) was not answered by " + server.url() + " within a second.");
        try (Connection connection = server.connect();
                ResultSet left = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where query like '%pg_sleep(60)%'"
                                + " and pid <> pg_backend_pid() and state = 'active'")) {
            left.next();
            assertThat(left.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"SILENCE", "DROP"})
    void a_database_that_falls_silent_or_drops_out_amid_its_rows_leaves_nothing(Relay.Fault fault) throws Exception {
        try (Relay relay = Relay.to(server.port(), fault, 400_000)) {
            String url = PostgresServer.url(relay.port());

            MlException refusal =
                    refused(url, "select i as x, repeat('x', 100) as k from generate_series(1, 100000) i", access(2));

            assertThat(refusal.problem())
                    .matches(
                            fault == Relay.Fault.DROP
                                    ? "The connection to .* was lost after [1-9]000 rows: .*"
                                    : "The database .* sent nothing for 2 seconds after [1-9]000 rows[.]");
        }
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
