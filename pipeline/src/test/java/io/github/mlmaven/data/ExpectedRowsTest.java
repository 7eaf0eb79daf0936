package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.UntypedTable.Written;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildPlace.Identity;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about how many rows there are before they are read. */
class ExpectedRowsTest {

    private static final int ROWS = 50_000;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,b\n" + "1234,some text\n".repeat(ROWS));
    }

    @Test
    void a_text_file_is_estimated_by_its_beginning() {
        assertThat(told(new SourceParameters(Optional.of("d.csv"), Optional.empty(), Optional.empty())))
                .allSatisfy(expected -> assertThat(expected).isBetween(ROWS - 100L, ROWS + 100L));
    }

    @Test
    void a_folder_of_many_files_is_estimated_by_some() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < 40; i++) {
            Files.writeString(folder.resolve("in/" + i + ".csv"), "a,b\n" + "1234,some text\n".repeat(1_000));
        }

        assertThat(told(new SourceParameters(Optional.of("in"), Optional.empty(), Optional.empty())))
                .allSatisfy(expected -> assertThat(expected).isBetween(39_900L, 40_100L));
    }

    @Test
    void a_query_has_its_rows_and_nobody_knows_those_of_a_packed_file() throws IOException {
        assertThat(told(new SourceParameters(Optional.empty(), Optional.of("d=d.csv"), Optional.of("select * from d"))))
                .allSatisfy(expected -> assertThat(expected).isEqualTo(ROWS));

        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("d.csv.gz")))) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(told(new SourceParameters(Optional.of("d.csv.gz"), Optional.empty(), Optional.empty())))
                .containsOnly(0L);
    }

    private List<Long> told(SourceParameters named) {
        List<Long> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void about(String what, long done, long expected) {
                told.add(expected);
            }
        };
        BuildPlace place = new BuildPlace(
                folder,
                new BuildPlace.Decided(folder.resolve("model.yaml"), folder.resolve("model.lock.json")),
                folder.resolve("target"),
                new Identity("example", "1", "1"),
                Strictness.NONE);
        try (UntypedTable table = UntypedTable.open(
                place, named.source(path -> path), Written.of(TextFormat.PLAIN), new BuildLimits(1, 256), progress)) {
            table.read(List.of("a"), () -> "", (state, batch) -> {});
        }
        assertThat(told).isNotEmpty();
        return told;
    }
}
