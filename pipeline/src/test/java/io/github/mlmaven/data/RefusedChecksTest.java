package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that say more than what is in their row. */
class RefusedChecksTest extends SqlChecking {

    RefusedChecksTest(@TempDir Path directory) throws IOException {
        super(directory);
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
}
