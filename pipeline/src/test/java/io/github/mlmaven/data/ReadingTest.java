package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.measure.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Larger files, read in many chunks. */
class ReadingTest {

    private static final int ROWS = 300_000;

    @TempDir
    Path directory;

    private Project project(int badRow, String badCell) throws IOException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> (i == badRow ? badCell : i + ".5") + ",k" + i % 7 + "," + i + "\n")
                .collect(Collectors.joining());
        return new Project(directory).spec("""
                        task: regression
                        data: {source: d.csv, label: a, id: [y], split: {test: 0.25}}
                        columns:
                          a: {type: number, max-invalid: 1%}
                          k: {type: category}
                          y: {type: integer}
                        """).file("d.csv", "a,k,y\n" + rows);
    }

    /** All rows by their positions. */
    private record Positions() implements Measure<TreeMap<Long, Long>, Map<Long, Long>> {

        @Override
        public TreeMap<Long, Long> start() {
            return new TreeMap<>();
        }

        @Override
        public void add(TreeMap<Long, Long> state, Batch batch) {
            for (int row = 0; row < batch.rows(); row++) {
                state.merge(batch.position(row), (long) batch.column("y").number(row), Long::sum);
            }
        }

        @Override
        public void merge(TreeMap<Long, Long> state, TreeMap<Long, Long> other) {
            other.forEach((position, value) -> state.merge(position, value, Long::sum));
        }

        @Override
        public Map<Long, Long> value(TreeMap<Long, Long> state) {
            return state;
        }
    }

    @Test
    void a_bad_cell_late_in_a_file_costs_no_row_and_doubles_none() throws IOException {
        for (String bad : List.of("abc", "NaN", "1,2", "\"x")) {
            Project project = project(ROWS - 3, bad);
            try (Table table = project.openUnkept(2)) {
                Fold fold = new Fold();
                Fold.Result<Map<Long, Long>> positions = fold.plan(new Positions());
                table.fold(fold);
                boolean malformed = bad.length() > 1 && (bad.contains(",") || bad.contains("\""));
                long lost = !malformed ? 0 : bad.contains(",") ? 1 : 3;
                assertThat(table.count()).as(bad).isEqualTo(ROWS - lost);
                assertThat(positions.value()).hasSize(Math.toIntExact(ROWS - lost));
                assertThat(table.findings()).hasSize(malformed ? 1 : 0);
                assertThat(Reads.clashes(table, table.count(Part.TEST) > 0 ? Part.TRAIN : Part.TEST, "a")
                                        .size()
                                + Reads.clashes(table, Part.TEST, "a").size())
                        .isEqualTo(malformed ? 0 : 1);
                // Again, the way that was found.
                assertThat(Reads.texts(table, Part.TRAIN, "k").size()
                                + Reads.texts(table, Part.TEST, "k").size())
                        .isEqualTo(Math.toIntExact(ROWS - lost));
            }
        }
    }

    @Test
    void rows_are_the_same_kept_or_not_and_with_any_threads() throws IOException {
        Project project = project(-1, "");
        List<List<String>> read = new ArrayList<>();
        for (Table open : List.of(project.open(1), project.open(2), project.openUnkept(1), project.openUnkept(2))) {
            try (Table table = open) {
                List<String> rows = new ArrayList<>();
                table.read(Part.TEST, List.of("k", "a"), batch -> {
                    for (int row = 0; row < batch.rows(); row++) {
                        rows.add(batch.position(row) + " " + batch.column("k").text(row) + " "
                                + batch.column("a").text(row));
                    }
                });
                rows.add(table.split().testRows());
                read.add(rows);
            }
        }
        assertThat(read.get(0))
                .hasSizeBetween(ROWS / 5, ROWS / 3)
                .allSatisfy(row -> assertThat(row).isNotEmpty());
        assertThat(read.subList(1, 4)).allMatch(read.get(0)::equals);
    }

    @Test
    void predictions_are_written_while_the_rows_are_read() throws IOException {
        Project project = project(-1, "");
        Path file = project.path("target/ml/example/predictions.parquet");
        List<byte[]> written = new ArrayList<>();
        for (Table open : List.of(project.open(), project.openUnkept(2))) {
            try (Table table = open) {
                double[] values = new double[Math.toIntExact(table.count(Part.TEST))];
                table.writePredictions(file, Part.TEST, List.of(PredictionColumn.numbers("p", values)));
                written.add(Files.readAllBytes(file));
            }
        }
        assertThat(written.get(0)).isNotEmpty().isEqualTo(written.get(1));
    }

    @Test
    void a_reader_that_fails_stops_the_reading() throws IOException {
        try (Table table = project(-1, "").openUnkept(2)) {
            assertThat(table.count()).isEqualTo(ROWS);
            int[] seen = {0};
            assertThatThrownBy(() -> table.read(Part.TRAIN, List.of("a"), batch -> {
                        if (seen[0]++ == 3) {
                            throw new IllegalArgumentException("enough");
                        }
                    }))
                    .hasMessage("enough");
            assertThat(seen[0]).isEqualTo(4);
            assertThat(Reads.numbers(table, Part.TEST, "y")).hasSize(Math.toIntExact(table.count(Part.TEST)));
        }
    }

    @Test
    void a_file_that_becomes_another_while_it_is_used_is_named() throws IOException {
        Project project = project(-1, "");
        try (Table table = project.openUnkept(2)) {
            assertThat(table.count()).isEqualTo(ROWS);
            project.file("d.csv", "a,k,y\n1,k,2\n");
            assertThatThrownBy(() -> Reads.numbers(table, Part.TRAIN, "a"))
                    .isInstanceOf(MlException.class)
                    .hasMessage("d.csv changed while it was read. Build again once it is complete.");
        }
    }

    @Test
    void a_check_that_needs_too_much_memory_says_so_and_the_others_are_judged() throws IOException {
        try (Table table = project(-1, "").openUnkept(1)) {
            assertThat(table.check(List.of(
                            "y >= 0", "list_aggregate(list_resize([y], 50000), 'list') is not null", "y is not null")))
                    .containsExactly(
                            new SqlOutcome.Holds(),
                            new SqlOutcome.Invalid(
                                    "it needs more memory than the data engine may use, which is 512 MB (ml.memory)"),
                            new SqlOutcome.Holds());
        }
    }

    @Test
    void checks_find_their_rows_on_any_threads() throws IOException {
        for (int threads : new int[] {1, 2}) {
            try (Table table = project(ROWS - 2, "abc").openUnkept(threads)) {
                assertThat(table.check(List.of("y < 299990", "a is not null", "a / (y - 5) is not null", "y > z")))
                        .satisfiesExactly(
                                broken -> assertThat(broken)
                                        .isEqualTo(new SqlOutcome.Broken(
                                                10,
                                                new TreeMap<>(Map.of(
                                                        299990L, "y = 299990",
                                                        299991L, "y = 299991",
                                                        299992L, "y = 299992",
                                                        299993L, "y = 299993",
                                                        299994L, "y = 299994")))),
                                broken -> assertThat(broken)
                                        .isEqualTo(new SqlOutcome.Broken(
                                                1, new TreeMap<>(Map.of(299998L, "a = missing")))),
                                broken -> assertThat(broken).isInstanceOf(SqlOutcome.Broken.class),
                                invalid -> assertThat(invalid).isInstanceOf(SqlOutcome.Invalid.class));
            }
        }
    }
}
