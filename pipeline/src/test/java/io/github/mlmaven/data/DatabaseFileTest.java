package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a database that is a file, by a driver of its own, without a login. */
class DatabaseFileTest {

    @TempDir
    Path directory;

    private String url;

    @BeforeEach
    void database() throws SQLException {
        url = "jdbc:duckdb:" + directory.resolve("shop.db");
        run("create table t (x integer, y decimal(8, 2), z hugeint, k varchar, d date, s timestamp with time zone)");
        run(
                "insert into t values (2, 1.25, 3, 'b', '2024-02-29', '2024-02-29 10:00:00+01'), (1, 1.25, null, null, null, null)");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SpecFile fetch(String query) throws Exception {
        Project project = new Project(directory).spec("""
                task: regression
                data:
                  jdbc: {url: '%s'}
                  query: "%s"
                  label: y
                  id: [x]
                columns:
                  x: {type: integer}
                  y: {type: number}
                  k: {type: category}
                  d: {type: date}
                  s: {type: timestamp}
                """.formatted(url, query));
        DatabaseFetch.run(
                new FetchRequest(project.place(), DuckDbAccess.create(), new BuildLimits(1, 256)),
                project.spec(),
                Progress.SILENT);
        return project.spec();
    }

    @Test
    void a_table_has_the_rows_by_their_columns() throws Exception {
        fetch("select x, y, k, d, s from t order by y");

        List<String> rows = new ArrayList<>();
        try (Table table = new Project(directory).open()) {
            assertThat(table.findings()).isEmpty();
            List<String> names = List.of("x", "y", "k", "d", "s");
            table.readAll(
                    names,
                    batch -> IntStream.range(0, batch.rows())
                            .forEach(row -> rows.add(String.join(
                                    " ",
                                    names.stream()
                                            .map(batch::column)
                                            .map(column -> column.isMissing(row) ? "-" : column.text(row))
                                            .toList()))));
        }
        assertThat(rows).containsExactly("1 1.25 - - -", "2 1.25 b 2024-02-29 2024-02-29T09:00:00Z");
    }

    /** Written down once: a lock that was accepted by it must hold for the next version, and on each machine. */
    @Test
    void the_hash_of_rows_is_the_same_wherever_they_are_read() throws Exception {
        SpecFile spec = fetch("select x, y, k, d, s from t");

        Snapshot snapshot = Snapshot.whole(
                        new io.github.mlmaven.step.ModelFiles(directory.resolve("target/ml/example")),
                        spec.spec().data().from())
                .orElseThrow();
        assertThat(snapshot.sha256()).isEqualTo(byHand());
    }

    /** The same bytes, put together from their description. */
    private static String byHand() {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(1_000);
        bytes.putLong(5);
        text(bytes, "x", "bigint", "y", "double", "k", "varchar", "d", "date", "s", "timestamp with time zone");
        bytes.put((byte) 1).putLong(1).put((byte) 1).putDouble(1.25).put(new byte[3]);
        bytes.put((byte) 1).putLong(2).put((byte) 1).putDouble(1.25).put((byte) 1);
        text(bytes, "b");
        bytes.put((byte) 1).putLong(java.time.LocalDate.of(2024, 2, 29).toEpochDay());
        bytes.put((byte) 1)
                .putLong(java.time.Instant.parse("2024-02-29T09:00:00Z").getEpochSecond() * 1_000_000);
        return io.github.mlmaven.text.Sha256.of(java.util.Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static void text(java.nio.ByteBuffer bytes, String... texts) {
        for (String text : texts) {
            byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            bytes.putLong(utf8.length).put(utf8);
        }
    }

    @Test
    void a_type_that_no_cell_has_is_refused_and_what_was_there_stays() throws Exception {
        fetch("select x, y, k, d, s from t");
        Path snapshot = directory.resolve("target/ml/example/snapshot.parquet");
        byte[] before = Files.readAllBytes(snapshot);

        MlException refusal =
                catchThrowableOfType(MlException.class, () -> fetch("select x, y, [1] as k, d, s from t"));

        assertThat(refusal)
                .hasMessage(
                        "data.query (model.yaml line 4) cannot be the data: its column 'k' is of type INTEGER[], and a cell"
                                + " is a number, a text, a boolean, a date or a timestamp. Cast it, as 'cast(k as varchar(100))', or"
                                + " leave it out.");
        assertThat(snapshot).hasBinaryContent(before);
    }

    @Test
    void it_is_opened_for_reading_alone() throws Exception {
        run("create sequence s");

        MlException refusal =
                catchThrowableOfType(MlException.class, () -> fetch("select nextval('s') as x, y, k, d, s from t"));

        assertThat(refusal.problem()).contains("cannot be evaluated by " + url, "read-only");
    }
}
