package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.postgres.NeedsPostgres;
import io.github.mlmaven.postgres.PostgresServer;
import io.github.mlmaven.postgres.Relay;
import io.github.mlmaven.worker.FetchRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real PostgreSQL that lets nobody in, is not there, or falls silent. */
@NeedsPostgres("databases that fail")
class DatabaseFaultTest extends AskedDatabase {

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
    void a_query_that_the_database_itself_ends_is_told_as_such() throws Exception {
        server.run("alter role " + PostgresServer.USER + " set statement_timeout = '200ms'");
        try {
            assertThat(refused("select 1 as x, pg_sleep(60)::text as y"))
                    .hasMessage("data.query (model.yaml line 4) cannot be evaluated by " + server.url()
                            + ": canceling statement due to statement timeout. Who ended it was the database: look at its"
                            + " own limits, or ask for less.");
        } finally {
            server.run("alter role " + PostgresServer.USER + " reset statement_timeout");
        }
    }

    @Test
    void a_talk_that_somebody_ends_there_is_a_lost_connection() throws Exception {
        assertThat(refused("select 1 as x, pg_terminate_backend(pg_backend_pid()) as y")
                        .problem())
                .isEqualTo("The connection to " + server.url()
                        + " was lost after 0 rows: terminating connection due to administrator command.");
    }

    @Test
    void a_table_that_the_user_may_not_read_is_told() throws Exception {
        server.run(
                "create table t (x integer)",
                "create role bob login password 'pa55-of-bob'",
                "grant usage on schema public to bob");
        try {
            Access bob = new Access(List.of(PostgresServer.driver()), Optional.of(new Login("bob", "pa55-of-bob")), 60);

            assertThat(refused(server.url(), "select x from t", bob))
                    .hasMessage("data.query (model.yaml line 4) cannot be evaluated by " + server.url()
                            + ": permission denied for table t. Let the login's user read it, or name another user.");
        } finally {
            server.run("drop owned by bob", "drop role bob");
        }
    }
}
