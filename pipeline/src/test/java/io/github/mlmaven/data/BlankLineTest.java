package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.UntypedTable.Written;
import io.github.mlmaven.spec.Encoding;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A blank line of a file with one column is a row with a missing value, whoever reads it. */
class BlankLineTest {

    private static final String FILE = "v\na\n\nb\n\n\nc\n\n";
    private static final List<String> ROWS = List.of("a", "-", "b", "-", "-", "c", "-");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void whatever_ends_its_lines(String end) throws IOException {
        Files.writeString(folder.resolve("d.csv"), FILE.replace("\n", end));

        assertThat(read(TextFormat.PLAIN, SourceSpec.of("d.csv"))).isEqualTo(ROWS);
    }

    @Test
    void without_a_line_end_behind_the_last_row() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "v\n\n\nb");

        assertThat(read(TextFormat.PLAIN, SourceSpec.of("d.csv"))).isEqualTo(List.of("-", "-", "b"));
    }

    @Test
    void in_quotes_and_between_them() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "v\n\"a\n\nb\"\n\n\"\"\n\"c\"\n");

        assertThat(read(TextFormat.PLAIN, SourceSpec.of("d.csv"))).isEqualTo(List.of("a\n\nb", "-", "-", "c"));
    }

    @Test
    void in_another_encoding_with_comments_and_without_a_header() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "#x\n" + FILE);
        assertThat(read(TextFormat.PLAIN.withComment("#"), SourceSpec.of("d.csv")))
                .isEqualTo(ROWS);

        Files.write(folder.resolve("d.csv"), FILE.replace("a", "ä").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(TextFormat.PLAIN.with(Encoding.LATIN_1), SourceSpec.of("d.csv")))
                .isEqualTo(List.of("ä", "-", "b", "-", "-", "c", "-"));

        Files.writeString(folder.resolve("d.csv"), FILE.substring(2));
        assertThat(read(TextFormat.PLAIN.withNames(List.of("v")), SourceSpec.of("d.csv")))
                .isEqualTo(ROWS);

        Files.writeString(folder.resolve("d.csv"), "\n\n1,2\n");
        assertThat(read(TextFormat.PLAIN.withNames(List.of("v", "w")), SourceSpec.of("d.csv")))
                .isEqualTo(List.of("1"));

        Files.writeString(folder.resolve("d.csv"), "\na\n");
        assertThat(read(TextFormat.PLAIN.withNames(List.of("v")), SourceSpec.of("d.csv")))
                .isEqualTo(List.of("-", "a"));
    }

    @Test
    void in_a_partition_and_in_a_query() throws IOException {
        Files.createDirectories(folder.resolve("in/year=2024"));
        Files.writeString(folder.resolve("in/year=2024/d.csv"), FILE);
        assertThat(read(TextFormat.PLAIN, SourceSpec.of("in"))).isEqualTo(ROWS);

        Files.writeString(folder.resolve("d.csv"), FILE);
        SourceSpec query = new SourceParameters(
                        Optional.empty(), Optional.of("d=d.csv"), Optional.of("select count(*) - count(v) as v from d"))
                .source(path -> path);
        assertThat(read(TextFormat.PLAIN, query)).isEqualTo(List.of("4"));
    }

    @Test
    void alone() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "v\n\n\n");

        assertThat(read(TextFormat.PLAIN, SourceSpec.of("d.csv"))).isEqualTo(List.of("-", "-"));
    }

    @Test
    void where_no_empty_text_stands_for_a_missing_value_it_is_one_like_an_empty_field() throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), "v\na\n\nNA\n\"\"\n");
        Engine.Reach reach = new Engine.Reach(List.of(file), folder.resolve("out"));
        try (Engine engine = Engine.start(new BuildLimits(1, 256), reach)) {
            MissingTexts missing = new MissingTexts(List.of("NA"));
            TextFile text =
                    new TextFile(engine, new FileName(file, "d.csv", 0), List.of("v"), missing, TextFormat.PLAIN);

            assertThat(rows(text)).isEqualTo(List.of("a", "", "-", ""));
            assertThat(rows(new PlainFile(text, missing, 2))).isEqualTo(List.of("a", "", "-", ""));
        }
    }

    @Test
    void a_row_behind_one_is_found_on_its_line() throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), FILE);
        Engine.Reach reach = new Engine.Reach(List.of(file), folder.resolve("out"));
        try (Engine engine = Engine.start(new BuildLimits(1, 256), reach)) {
            TextFile text = new TextFile(
                    engine,
                    new FileName(file, "d.csv", 0),
                    List.of("v"),
                    new MissingTexts(List.of("")),
                    TextFormat.PLAIN);

            assertThat(text.locate(new TreeMap<>(Map.of(5L, "c")))).containsExactly(new Offender("d.csv", 7, "c"));
        }
    }

    private List<String> read(TextFormat format, SourceSpec from) {
        List<String> rows = new ArrayList<>();
        try (UntypedTable table = UntypedTable.open(
                new Project(folder).place(),
                from,
                new Written(format, Set.of()),
                new BuildLimits(2, 256),
                Progress.SILENT)) {
            assertThat(table.faults()).isEmpty();
            table.read(
                    List.of("v"),
                    () -> {
                        rows.clear();
                        return rows;
                    },
                    (all, batch) -> {
                        for (int row = 0; row < batch.rows(); row++) {
                            all.add(
                                    batch.column("v").isMissing(row)
                                            ? "-"
                                            : batch.column("v").text(row));
                        }
                    });
            assertThat(table.malformed()).isEmpty();
        }
        return rows;
    }

    private static List<String> rows(Source source) {
        List<String> rows = new ArrayList<>();
        source.read(List.of(new TableColumn("v", ColumnType.TEXT, List.of())), 0, () -> {
            rows.clear();
            return batch -> {
                for (int row = 0; row < batch.rows(); row++) {
                    rows.add(
                            batch.column("v").isMissing(row)
                                    ? "-"
                                    : batch.column("v").text(row));
                }
            };
        });
        return rows;
    }
}
