package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import io.github.mlmaven.postgres.NeedsPostgres;
import io.github.mlmaven.postgres.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds that ask a real PostgreSQL, which wants a password. */
@NeedsPostgres("builds whose data is in a database")
class DatabaseIT {

    private static final String DRIVER = "<groupId>org.postgresql</groupId>";

    private PostgresServer server;

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @BeforeEach
    void start() throws IOException {
        server = PostgresServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /** The base project, with its houses in a table and nowhere else. */
    private MavenBuild houses(Path maven, String behaviour) throws IOException, SQLException {
        MavenBuild build = MavenBuild.base(maven, behaviour).online();
        List<String> lines = Files.readAllLines(build.file("data/houses.csv"));
        build.delete("data/houses.csv");
        server.run(
                "create table houses (house integer, size numeric(6, 1), rooms smallint, district char(8), garden boolean,"
                        + " price numeric(8, 1))",
                lines.stream()
                        .skip(1)
                        .map(line -> Arrays.stream(line.split(",", -1))
                                .map(cell -> cell.isEmpty() ? "null" : "'" + cell + "'")
                                .collect(Collectors.joining(", ", "(", ")")))
                        .collect(Collectors.joining(", ", "insert into houses values ", "")));
        build.edit("src/main/ml/model.yaml", "  source: data/houses.csv\n", """
                  jdbc: {url: '%s', server: shop-db}
                  query: select * from houses order by house
                """.formatted(server.url())
                .indent(0));
        build.edit("pom.xml", "        <executions>\n          <execution>\n            <id>model</id>", """
                        <dependencies>
                          <dependency>
                            %s
                            <artifactId>postgresql</artifactId>
                            <version>%s</version>
                          </dependency>
                        </dependencies>
                        <executions>
                          <execution>
                            <id>model</id>""".formatted(
                        DRIVER, System.getProperty("it.postgresql")));
        return build;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_table_is_built_to_green_and_locked_and_other_rows_fail_a_locked_build(Path maven) throws Exception {
        MavenBuild build =
                houses(maven, "database").withServer("shop-db", PostgresServer.USER, PostgresServer.PASSWORD);

        Result first = build.run("verify");
        assertThat(first.succeeded()).as(first.log()).isTrue();
        assertThat(first.log())
                .containsOnlyOnce("the database gave 300 rows of data.query")
                .doesNotContain("the database has the same")
                .contains("validated 300 rows", "PASS  rmse is ");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        assertThat(build.file("src/main/ml/model.lock.json"))
                .content()
                .contains(
                        "\"data.jdbc\": \"{url: \\\"" + server.url() + "\\\", server: shop-db}\"",
                        "select * from houses order by house",
                        "\"data.result\": \"",
                        "\"data.result.rows\": \"300\"");

        // The same rows, elsewhere on the disk.
        server.run(
                "create table moved as select * from houses order by random()",
                "drop table houses",
                "alter table moved rename to houses");
        Result again = build.run("verify", "-Dml.locked");
        assertThat(again.succeeded()).as(again.log()).isTrue();
        assertThat(again.log())
                .containsOnlyOnce("the database has the same 300 rows of data.query")
                .contains("validation is up to date", "model is up to date");

        Result predicted = build.run(
                "ml:predict",
                "-Dml.query=select house, size, rooms, district, garden from houses where house < 3 order by house",
                "-Dml.output=out.csv");
        assertThat(predicted.succeeded()).as(predicted.log()).isTrue();
        assertThat(predicted.log()).contains("predicted 2 rows of the query to " + server.url() + ": out.csv");
        assertThat(build.text("out.csv")).matches("row,house,prediction\n0,1,[0-9.]+\n1,2,[0-9.]+\n");

        server.run("delete from houses where house = 17");
        Result fewer = build.run("verify", "-Dml.locked");
        assertThat(fewer.succeeded()).isFalse();
        assertThat(fewer.log()).contains("data.query: the database has other rows than accepted: 300 then, 299 now");

        Result offline = build.offline().run("ml:validate");
        assertThat(offline.succeeded()).as(offline.log()).isTrue();
        assertThat(offline.log())
                .contains(
                        "Maven is offline: the database is not asked, the 299 rows of data.query are those of an earlier"
                                + " build");
        tellsNoPassword(build, first, again, predicted, fewer);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void what_is_wrong_with_a_database_and_its_rows_is_told(Path maven) throws Exception {
        MavenBuild build = houses(maven, "database-faults");

        Result nobody = build.run("verify");
        assertThat(nobody.succeeded()).isFalse();
        assertThat(nobody.log())
                .contains(
                        "There is no login for 'shop-db', which data.jdbc or -Dml.jdbc.server names as the server.",
                        "ML_JDBC_SHOP_DB_PASSWORD");

        Result nothing = build.offline().run("verify");
        assertThat(nothing.log()).contains("Maven is offline, and the build folder has no rows of data.query.");

        build.online()
                .withVariable("ML_JDBC_SHOP_DB_USERNAME", PostgresServer.USER)
                .withVariable("ML_JDBC_SHOP_DB_PASSWORD", PostgresServer.PASSWORD);
        server.run("alter table houses alter price type text", "update houses set price = '12O' where house = 17");
        Result other = build.run("verify");
        assertThat(other.succeeded()).isFalse();
        assertThat(other.log()).contains("data.query row 17 (house = 17), column 'price': found \"12O\"");

        build.edit("pom.xml", DRIVER, "<groupId>io.github.mlmaven</groupId>");
        build.edit("pom.xml", "<artifactId>postgresql</artifactId>", "<artifactId>ml-api</artifactId>");
        build.edit("pom.xml", System.getProperty("it.postgresql"), System.getProperty("it.version"));
        Result without = build.run("verify");
        assertThat(without.succeeded()).isFalse();
        assertThat(without.log())
                .contains(
                        "No driver for jdbc:postgresql:... is among the dependencies of ml-maven-plugin.",
                        "<artifactId>postgresql</artifactId>");
        tellsNoPassword(build, other, without);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_table_is_profiled_and_drafted_to_green(Path maven) throws Exception {
        MavenBuild build =
                houses(maven, "database-init").withServer("shop-db", PostgresServer.USER, PostgresServer.PASSWORD);
        build.delete("src/main/ml/model.yaml");
        String[] asked = {
            "-Dml.jdbc.url=" + server.url(),
            "-Dml.jdbc.server=shop-db",
            "-Dml.query=select * from houses order by house"
        };

        Result profiled = build.run("ml:profile", asked[0], asked[1], asked[2]);
        assertThat(profiled.succeeded()).as(profiled.log()).isTrue();
        assertThat(profiled.log()).contains("the query to " + server.url(), "district");

        Result drafted = build.run("ml:init", asked[0], asked[1], asked[2]);
        assertThat(drafted.succeeded()).as(drafted.log()).isTrue();
        assertThat(build.file("src/main/ml/model.yaml"))
                .content()
                .contains(server.url(), "server: shop-db", "    select * from houses order by house", "label: price");

        Result verified = build.withVariable("CI", "true").run("verify");
        assertThat(verified.succeeded()).as(verified.log()).isTrue();
        assertThat(verified.log()).contains("the database has the same 300 rows of data.query", "model is up to date");
        tellsNoPassword(build, profiled, drafted, verified);
    }

    private static void tellsNoPassword(MavenBuild build, Result... results) throws IOException {
        for (Result result : results) {
            assertThat(result.log()).doesNotContain(PostgresServer.PASSWORD);
        }
        try (Stream<Path> files = Files.walk(build.file(""))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PostgresServer.PASSWORD);
            }
        }
    }
}
