package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mlmaven.api.MlException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that end early or are not what their names say: refused by name, whatever of them could be read. */
class DamagedFilesTest {

    private static final String SPEC = """
            task: regression
            data: {source: %s, label: y%s}
            columns:
              x: {type: integer}
              y: {type: number}
            """;

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void create() {
        project = new Project(directory);
    }

    private String refusal(String name, String more, byte[] content) throws IOException {
        project.spec(SPEC.formatted(name, more)).bytes(name, content);
        Throwable refused = catchThrowable(() -> {
            try (Table table = project.open()) {
                table.count();
            }
        });
        assertThat(refused).as(name).isInstanceOf(MlException.class);
        return String.valueOf(refused.getMessage());
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String rows(String begin, String row) {
        return begin
                + IntStream.range(0, 50_000)
                        .mapToObj(i -> row.formatted(i, i * 7919 % 10_007))
                        .collect(Collectors.joining());
    }

    @Test
    void a_gzipped_file_that_ends_early_is_refused_in_every_format() throws IOException {
        byte[] csv = gzipped(rows("x,y\n", "%s,%s\n"));
        byte[] json = gzipped(rows("", "{\"x\": %s, \"y\": %s}\n"));

        for (String options : new String[] {"", ", csv: {encoding: latin-1}", ", where: y > 1"}) {
            assertThat(refusal("d.csv.gz", options, Arrays.copyOf(csv, csv.length / 2)))
                    .isEqualTo("d.csv.gz is cut off: the end of what is packed in it is missing. Fetch it again.");
        }
        assertThat(refusal("d.jsonl.gz", "", Arrays.copyOf(json, json.length / 2)))
                .isEqualTo("d.jsonl.gz is cut off: the end of what is packed in it is missing. Fetch it again.");
    }

    @Test
    void a_file_that_is_not_gzipped_is_refused() throws IOException {
        assertThat(refusal("d.csv.gz", "", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        "d.csv.gz cannot be unpacked: Not in GZIP format. Fetch it again, or name it without .gz if it is not"
                                + " packed.");
        assertThat(refusal("d.json.gz", "", "[]".getBytes(StandardCharsets.UTF_8)))
                .startsWith("d.json.gz cannot be unpacked: ");
    }

    @Test
    void a_parquet_file_without_its_footer_is_refused() throws IOException, SQLException {
        Path whole = directory.resolve("whole.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select range as x, range as y from range(1000)) to '" + whole + "'");
        }
        byte[] bytes = Files.readAllBytes(whole);

        assertThat(refusal("d.parquet", "", Arrays.copyOf(bytes, bytes.length - 20)))
                .startsWith("d.parquet is no Parquet file that can be read: ")
                .endsWith(" Write the file again.");
    }
}
