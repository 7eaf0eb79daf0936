package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files our own reader takes, how often it reads them, and what it keeps of them. */
class PlainFileTest {

    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("a", ColumnType.NUMBER, List.of()),
            new TableColumn("k", ColumnType.TEXT, List.of("b", "c")));
    private static final int BLOCK = 1 << 10;

    @TempDir
    Path directory;

    private PlainFile source(Engine engine, int threads, String content) throws IOException {
        Path file = Files.writeString(directory.resolve("d.csv"), content);
        MissingTexts missing = new MissingTexts(List.of(""));
        return new PlainFile(
                new TextFile(engine, new FileName(file, "d.csv", 0), List.of("a", "k"), missing, TextFormat.PLAIN),
                missing,
                threads,
                BLOCK);
    }

    private Engine start() {
        Engine.Reach reach = new Engine.Reach(List.of(directory.resolve("d.csv")), directory.resolve("out"));
        return Engine.start(new BuildLimits(1, 256), reach);
    }

    /** Reads a source, and says how often that was begun. */
    private static int attempts(Source source, Consumer<Batch> sink) {
        int[] attempts = {0};
        source.read(COLUMNS, 0, () -> {
            attempts[0]++;
            return sink;
        });
        return attempts[0];
    }

    @Test
    void a_bad_cell_costs_no_second_reading() throws IOException {
        try (Engine engine = start()) {
            String rows = "1,x\n".repeat(5000);
            PlainFile source = source(engine, 2, "a,k\n" + rows + "1_000,y\n" + rows);
            List<String> clashes = new ArrayList<>();
            assertThat(attempts(
                            source,
                            batch -> batch.column("a")
                                    .clashes()
                                    .forEach(clash -> clashes.add(batch.position(clash.row()) + " " + clash.text()))))
                    .isOne();
            assertThat(clashes).containsExactly("5000 1_000");
            assertThat(source.isPlain()).isTrue();
        }
    }

    @Test
    void what_is_not_plain_late_in_a_file_is_found_out_once() throws IOException {
        try (Engine engine = start()) {
            String rows = "1,x\n".repeat(5000);
            for (String odd : List.of(
                    "1,x\r\n",
                    "1,5\" pipe\n",
                    "1,\"x\" \n",
                    "1,\0\n",
                    "1\n",
                    "1,2,3\n",
                    "1,\"" + "x".repeat(BLOCK) + "\"\n",
                    "1,x\r2,x\n",
                    "\"1,x\n")) {
                PlainFile source = source(engine, 2, "a,k\n" + rows + odd + rows);
                assertThat(attempts(source, batch -> {})).as(odd).isGreaterThan(1);
                assertThat(source.isPlain()).as(odd).isFalse();
                assertThat(attempts(source, batch -> {})).as("%s again", odd).isOne();
            }
        }
    }

    @Test
    void texts_and_their_codes_are_the_same_with_any_threads() throws IOException {
        try (Engine engine = start()) {
            int rows = 200_000;
            String content = IntStream.range(0, rows)
                    .mapToObj(i -> i + ",k" + (i % 3 == 0 ? i : i % 1000) + "\n")
                    .collect(Collectors.joining("", "a,k\n", ""));
            List<List<String>> read = new ArrayList<>();
            for (int threads : new int[] {1, 2, 5}) {
                List<String> seen = new ArrayList<>();
                source(engine, threads, content).read(COLUMNS, 0, () -> batch -> {
                    Column.Texts texts = (Column.Texts) batch.column("k");
                    for (int row = 0; row < batch.rows(); row++) {
                        int i = (int) batch.position(row);
                        assertThat(texts.text(row)).isEqualTo("k" + (i % 3 == 0 ? i : i % 1000));
                        seen.add(
                                texts.codes()[row] + " of " + texts.dictionary().text(0));
                    }
                });
                assertThat(seen).hasSize(rows);
                read.add(seen);
            }
            assertThat(read.get(0))
                    .contains("2 of b", "65536 of b")
                    .isEqualTo(read.get(1))
                    .isEqualTo(read.get(2));
        }
    }

    @Test
    void checks_of_a_gzipped_file_see_the_rows_that_were_read() throws IOException {
        byte[] packed = packed("a,k,y\n1,x,1\n2,y,2\n");
        byte[] more = packed("3,z,3\n");
        for (byte[] end : List.of(new byte[0], more, "garbage".getBytes(StandardCharsets.UTF_8))) {
            Project project = new Project(directory).spec("""
                    task: regression
                    data: {source: d.csv.gz, label: y}
                    columns:
                      a: {type: number}
                      k: {type: category}
                      y: {type: number}
                    """);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(packed);
            bytes.writeBytes(end);
            project.bytes("d.csv.gz", bytes.toByteArray());
            try (Table table = project.open(2)) {
                int rows = end == more ? 3 : 2;
                assertThat(table.count()).isEqualTo(rows);
                assertThat(table.check(List.of("a < 0")))
                        .satisfiesExactly(outcome -> assertThat(outcome)
                                .isInstanceOfSatisfying(
                                        SqlOutcome.Broken.class,
                                        broken -> assertThat(broken.rows()).isEqualTo(rows)));
            }
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
