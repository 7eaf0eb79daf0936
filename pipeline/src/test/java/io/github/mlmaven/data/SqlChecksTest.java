package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlChecksTest {

    private final Path directory;
    private final Engine engine;
    private final TextFile source;
    private final Columns columns;
    private final SqlChecks patient;

    SqlChecksTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        Project project = new Project(directory)
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y}
                        columns:
                          id: {type: number}
                          width: {type: number}
                          "a b": {type: number}
                          Day: {type: category}
                          y: {type: number}
                        """)
                .file("d.csv", "id,width,a b,Day,y\n1,2,3,2024-01-01,4\n5,6,7,2024-01-02,8\n");
        columns = Columns.of(project.spec().spec());
        Engine.Reach reach = new Engine.Reach(List.of(project.path("d.csv")), project.path("target"));
        engine = Engine.start(new BuildLimits(1, 256), reach);
        source = new TextFile(
                engine,
                new FileName(project.path("d.csv"), "d.csv", 0),
                List.of("id", "width", "a b", "Day", "y"),
                new MissingTexts(List.of("")),
                TextFormat.PLAIN);
        source.read(columns.all(), 0, () -> batch -> {});
        patient = checks(Duration.ofMinutes(1));
    }

    @BeforeEach
    void leaveSomethingInTheBuild() throws IOException {
        Files.writeString(directory.resolve("secret.csv"), "a\n1\n");
    }

    @AfterEach
    void close() {
        patient.close();
        engine.close();
    }

    /** What cannot be stopped is StuckWorkerTest's: here the engine stops, however busy the machine is. */
    private SqlChecks checks(Duration limit) {
        return checks(
                () -> engine.onThreads(2, List.of(source.readable())),
                new SqlChecks.Limits(limit, Duration.ofMinutes(1)));
    }

    private SqlChecks checks(Supplier<Engine> engines, SqlChecks.Limits limits) {
        return new SqlChecks(engines, List.of(source), columns, limits, new long[0]);
    }

    private SqlOutcome outcome(String sql) {
        return patient.run(List.of(sql)).get(0);
    }

    private static SqlOutcome broken(String found) {
        return new SqlOutcome.Broken(1, new TreeMap<>(Map.of(1L, found)));
    }

    @Test
    void the_columns_that_a_condition_mentions_are_those_of_its_expression() {
        // 'id' and 'y' stand in the text, in a word, a literal and a comment, and are not mentioned.
        assertThat(outcome("width < 5 or 'id' = 'y' -- y")).isEqualTo(broken("width = 6"));
        assertThat(outcome("\"a b\" < 5")).isEqualTo(broken("a b = 7"));
        assertThat(outcome("DAY < '2024-01-02' and Width > 1")).isEqualTo(broken("width = 6, Day = 2024-01-02"));
        assertThat(outcome("case when y > 4 then id < 5 else true end")).isEqualTo(broken("id = 5, y = 8"));
        assertThat(outcome("list_sum([x for x in [id, y]]) < 13")).isEqualTo(broken("id = 5, y = 8"));
    }

    @Test
    void a_condition_that_names_no_column_says_the_same_of_every_row() {
        for (String constant : List.of("1 = 1", "true", "1 = 2", "'id' = 'y'", "abs(-1) > 0", "null")) {
            assertThat(outcome(constant))
                    .as(constant)
                    .isEqualTo(new SqlOutcome.Invalid("it names no column, so that it says the same of every row"));
        }
    }

    @Test
    void a_condition_that_holds_by_its_form_checks_nothing() {
        for (String constant : List.of(
                "true or y > 1e9",
                "y > 1e9 or 1 = 1",
                "y > 1e9 or (2 > 1.5 and not 1 >= 2)",
                "y > 1e9 or not false",
                "y = Y",
                "abs(y) >= abs(y)",
                "id <= id and true")) {
            assertThat(outcome(constant))
                    .as(constant)
                    .isEqualTo(new SqlOutcome.Invalid("it holds whatever the row is, so that it checks nothing"));
        }
        for (String condition : List.of(
                "y > 0 or 1 = 2", "y > 0 and true", "y <> id", "y = 4 or y = 8", "Day = 'A' or y > 0 or Day = 'a'")) {
            assertThat(outcome(condition)).as(condition).isEqualTo(new SqlOutcome.Holds());
        }
        assertThat(outcome("false and y > 0")).isInstanceOf(SqlOutcome.Broken.class);
    }

    @Test
    void a_condition_that_drawn_rows_keep_too_is_told_apart_from_one_that_tests_something() {
        assertThat(outcome("y in (y)")).isEqualTo(new SqlOutcome.HoldsAlways(8192));
        assertThat(outcome("Day is null or Day is not null")).isEqualTo(new SqlOutcome.HoldsAlways(8192));
        assertThat(outcome("y in (4, 8)")).isEqualTo(new SqlOutcome.Holds());
        // Most drawn texts are no days, which says nothing of the condition.
        assertThat(outcome("cast(Day as date) >= date '1000-01-01'")).isEqualTo(new SqlOutcome.Holds());
    }

    /** What takes no argument and is no constant says something of the moment or of the machine. */
    @Test
    void of_all_functions_without_arguments_only_constants_pass() {
        List<String> names = engine
                .query(
                        "select distinct function_name from duckdb_functions() where len(parameters) = 0 and function_type"
                                + " in ('scalar', 'macro') order by 1",
                        row -> row.getString(1))
                .stream()
                .filter(name -> name.matches("[a-z_0-9]+"))
                .filter(name ->
                        !(outcome("id < 5 or " + name + "() is null or width > 0") instanceof SqlOutcome.Invalid))
                .toList();

        // Constants, and what makes something of any number of arguments.
        assertThat(names)
                .contains("pi")
                .isSubsetOf(
                        "add",
                        "array_cat",
                        "array_concat",
                        "inet_client_addr",
                        "inet_client_port",
                        "inet_server_addr",
                        "inet_server_port",
                        "json_array",
                        "json_object",
                        "list_cat",
                        "list_concat",
                        "list_pack",
                        "list_value",
                        "map",
                        "pg_my_temp_schema",
                        "pi",
                        "row",
                        "struct_pack",
                        "unpivot_list");
    }

    @Test
    void what_a_function_says_is_told_by_the_row_alone() {
        for (String function : List.of(
                "random()",
                "uuid()",
                "gen_random_uuid()",
                "now()",
                "today()",
                "current_timestamp",
                "current_date",
                "localtimestamp",
                "get_current_timestamp()",
                "current_localtimestamp()",
                "current_localtime()",
                "version()",
                "transaction_timestamp()",
                "txid_current()",
                "current_user",
                "current_setting('threads')",
                "nextval('s')",
                "age(timestamp '2024-01-01')",
                "ago(interval 1 day)")) {
            String name = function.replaceFirst("\\(.*", "");
            assertThat(outcome("id < 5 or " + function + " is null or width > 0"))
                    .as(function)
                    .isEqualTo(
                            new SqlOutcome.Invalid(
                                    "what " + name
                                            + " says is not told by the row, so that the same data could pass today and fail tomorrow"));
        }
        assertThat(outcome("list_filter([1, 2], i -> random() > 2) is not null"))
                .isInstanceOf(SqlOutcome.Invalid.class);
        assertThat(outcome("age(timestamp '2024-01-02', timestamp '2024-01-01') > interval 1 hour and id > 0"))
                .isEqualTo(new SqlOutcome.Holds());
    }

    @Test
    void a_check_reads_its_row_and_nothing_else() {
        String secret = directory.resolve("secret.csv").toString();
        for (String from : List.of(
                "read_csv('" + secret + "')",
                "read_text('" + secret + "')",
                "read_blob('" + secret + "')",
                "read_parquet('" + secret + "')",
                "read_json('" + secret + "')",
                "glob('/etc/*')",
                "duckdb_settings()",
                "query('select 1')",
                "sniff_csv('" + secret + "')",
                "'" + secret + "'",
                "information_schema.tables",
                "(select 1 from read_csv('" + directory.resolve("d.csv") + "'))",
                "range(3) tablesample 10%")) {
            assertThat(outcome("(select count(*) from " + from + ") >= 0"))
                    .as(from)
                    .isInstanceOf(SqlOutcome.Invalid.class);
        }
        for (String sql : List.of(
                "true); attach 'x.db'; select (true",
                "true); copy (select 1) to 'x.csv'; select (true",
                "true); install httpfs; select (true",
                "true); set threads = 1; select (true",
                "exists(from read_text('" + secret + "'))",
                "getenv('HOME') is null")) {
            assertThat(outcome(sql)).as(sql).isInstanceOf(SqlOutcome.Invalid.class);
        }
        assertThat(
                        outcome(
                                "list_sum([1, 2]) = 3 and (select greatest(id, y)) >= y and list_sum([list_sum([a * b for b in [id]]) for a in [y]]) > 0"))
                .isEqualTo(new SqlOutcome.Holds());
    }

    @Test
    void a_check_makes_no_table_out_of_nothing() {
        for (String sql : List.of(
                "(select count(*) from range(3)) >= id",
                "(select count(*) from generate_series(1, 3)) >= id",
                "(select max(v) from unnest([id, y]) u(v)) >= y",
                "(select max(v) from (select unnest([id, y]) v)) >= y",
                "(select unnest([id])) >= 0",
                "(with recursive t(i) as (select 1 union all select i + 1 from t where i < 3) select count(*) from t) >= id",
                "(with t as materialized (select 1) select 1) >= 0 or id > 0",
                "(select count(*) from (values (1), (2)) a, (values (1), (2)) b) >= id",
                "(select count(*) from (select 1) a join (select 2) b on true) >= id",
                "id in (from range(9))",
                "exists(select 1 union all select id)")) {
            assertThat(outcome(sql))
                    .as(sql)
                    .isEqualTo(new SqlOutcome.Invalid(
                            "it makes a table of its own, and a check can read the columns of its row alone"));
        }
    }

    @Test
    void the_engine_of_checks_cannot_read_what_the_build_writes() throws IOException {
        Path written = Files.writeString(directory.resolve("target/written.csv"), "a\n1\n");
        try (Engine other = engine.onThreads(1, List.of(source.readable()))) {
            assertThatThrownBy(() -> other.tryQuery("from read_csv('" + written + "')", row -> ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Permission Error");
            assertThatThrownBy(() -> other.tryRun("copy (select 1) to '" + directory.resolve("target/x.csv") + "'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Permission Error");
        }
    }

    @Test
    void a_list_of_any_length_is_refused_since_nothing_would_stop_the_engine_that_makes_it() {
        for (String function : List.of("range", "generate_series")) {
            assertThat(outcome("len(" + function + "(1, 1000000000)) > id"))
                    .isEqualTo(new SqlOutcome.Invalid("it makes a list of any length with " + function
                            + ", and the engine could not be stopped at it"));
        }
    }

    /** Half a minute of work between two moments at which the engine looks whether it is to stop. */
    private static final String STOPPABLE =
            "list_sum([list_sum([list_sum([a * b * c + y for c in list_resize([y], 1000)]) for b in list_resize([y], 1000)])"
                    + " for a in list_resize([y], 1000)]) is not null";

    @Test
    void a_check_that_takes_too_long_is_stopped_and_the_others_are_judged() {
        try (SqlChecks checks = checks(Duration.ofSeconds(2))) {
            assertThat(checks.run(List.of("id > 0", STOPPABLE, "y < 8")))
                    .containsExactly(
                            new SqlOutcome.Holds(),
                            new SqlOutcome.Invalid("it takes longer than the 2 seconds that a check has in all"),
                            broken("y = 8"));
        }
    }

    @Test
    void a_check_that_needs_too_much_memory_says_so_and_the_others_are_judged() {
        Engine.Reach reach = new Engine.Reach(List.of(source.readable()), directory.resolve("small"), false);
        try (SqlChecks checks = checks(() -> Engine.start(new BuildLimits(1, 96), reach), SqlChecks.Limits.over(2))) {
            assertThat(checks.run(List.of(
                            "id > 0", "list_aggregate(list_resize([y], 15000000), 'list') is not null", "y < 8")))
                    .containsExactly(
                            new SqlOutcome.Holds(),
                            new SqlOutcome.Invalid(
                                    "it needs more memory than the data engine may use, which is 96 MB (ml.memory)"),
                            broken("y = 8"));
        }
    }

    @Test
    void the_time_that_a_check_may_take_grows_with_the_rows() {
        assertThat(time(0)).isEqualTo(Duration.ofSeconds(60));
        assertThat(time(9_999_999)).isEqualTo(Duration.ofSeconds(60));
        assertThat(time(100_000_000)).isEqualTo(Duration.ofMinutes(11));
    }

    private static Duration time(long rows) {
        return SqlChecks.Limits.over(rows).time();
    }
}
