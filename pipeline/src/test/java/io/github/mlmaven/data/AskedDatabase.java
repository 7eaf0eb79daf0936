package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.postgres.PostgresServer;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.FetchRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, what a build asks it, and what that leaves. A subclass says what is not tested without one. */
abstract class AskedDatabase {

    static PostgresServer server;

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

    static Access access(int seconds) {
        return new Access(
                List.of(PostgresServer.driver()),
                Optional.of(new Login(PostgresServer.USER, PostgresServer.PASSWORD)),
                seconds);
    }

    final SpecFile spec(String url, String query) throws IOException {
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

    final Snapshot fetch(String query) throws IOException {
        return fetch(server.url(), query, access(60));
    }

    final Snapshot fetch(String url, String query, Access access) throws IOException {
        SpecFile spec = spec(url, query);
        DatabaseFetch.run(
                new FetchRequest(new Project(directory).place(), access, new BuildLimits(2, 512)),
                spec,
                Progress.SILENT);
        return Snapshot.whole(files(), spec.spec().data().from()).orElseThrow();
    }

    final MlException refused(String url, String query, Access access) {
        MlException refusal = catchThrowableOfType(MlException.class, () -> fetch(url, query, access));
        assertThat(refusal).isNotNull();
        assertThat(files().snapshotRecord()).doesNotExist();
        assertThat(files().snapshot()).doesNotExist();
        assertThat(files().directory().resolve("engine.tmp")).doesNotExist();
        return refusal;
    }

    final MlException refused(String query) {
        return refused(server.url(), query, access(60));
    }

    final ModelFiles files() {
        return new ModelFiles(directory.resolve("target/ml/example"));
    }

    /** The rows of the snapshot, each as a line. */
    final List<String> rows() throws SQLException {
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

    /** A refusal that leaves what was there. */
    final MlException refusedAfter(String query) {
        return catchThrowableOfType(MlException.class, () -> fetch(query));
    }
}
