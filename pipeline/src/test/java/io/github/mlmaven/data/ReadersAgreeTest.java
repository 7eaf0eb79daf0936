package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.BooleanTexts;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Spelling;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.spec.TimeFormat;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Our own reader of plain text files reads what the engine reads, cell by cell, clash by clash and finding by finding,
 * wherever its blocks end and however many threads it has.
 */
class ReadersAgreeTest {

    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("n", ColumnType.NUMBER, List.of()),
            new TableColumn("i", ColumnType.INTEGER, List.of()),
            new TableColumn("k", ColumnType.CATEGORY, List.of("red", "green")),
            new TableColumn("b", ColumnType.BOOLEAN, List.of()),
            new TableColumn("t", ColumnType.TEXT, List.of()),
            new TableColumn("d", ColumnType.DATE, List.of()),
            new TableColumn(
                    "f", ColumnType.DATE, List.of(), Spelling.of(new TimeFormat(Optional.of("d.M.uuuu"), "UTC"))),
            new TableColumn(
                    "m",
                    ColumnType.TIMESTAMP,
                    List.of(),
                    Spelling.of(new TimeFormat(Optional.empty(), "Europe/Berlin"))),
            new TableColumn(
                    "w",
                    ColumnType.BOOLEAN,
                    List.of(),
                    new Spelling(
                            TimeFormat.ISO,
                            new BooleanTexts(
                                    List.of("yes", "RED", "ä", "-9", "a\"b"), List.of("no", "0", "", "a,b", " ")))));

    private static final int LARGE = 1 << 16;

    private static final List<List<String>> MISSING =
            List.of(List.of(""), List.of("", "NA", "-9"), List.of("NA", "1e3"), List.of("0", "true", "", "red"));

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: n}
            columns:
              n: {type: number}
              i: {type: integer}
              k: {type: category}
              b: {type: boolean}
              t: {type: text}
              w: {type: boolean}
              d: {type: date}
              f: {type: date}
              m: {type: timestamp}
            """;

    private static @Nullable Path folder;
    private static @Nullable Engine engine;
    private static @Nullable ModelSpec spec;

    @BeforeContainer
    static void create() throws IOException {
        folder = Files.createTempDirectory("readers");
        spec = new Project(folder()).spec(SPEC).spec().spec();
        List<Path> files = List.of(folder().resolve("d.csv"), folder().resolve("d.tsv"), folder().resolve("d.csv.gz"));
        engine = Engine.start(new BuildLimits(1, 256), new Engine.Reach(files, folder().resolve("out")));
    }

    @AfterContainer
    static void remove() throws IOException {
        Objects.requireNonNull(engine).close();
        try (var files = Files.walk(folder())) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path folder() {
        return Objects.requireNonNull(folder);
    }

    @Property(tries = 400)
    void a_well_formed_file_is_read_alike_and_by_our_own_reader(
            @ForAll("sheets") Sheet sheet, @ForAll("missing") List<String> missing, @ForAll("sizes") int size)
            throws IOException {
        Path file = folder().resolve(sheet.style().delimiter() == ',' ? "d.csv" : "d.tsv");
        Files.write(file, sheet.bytes());
        boolean ours = assertAgree(file, missing, size);
        // A record may be longer than a small block.
        assertThat(ours || size < LARGE).isTrue();
    }

    @Property(tries = 50)
    void a_gzipped_file_is_read_alike(@ForAll("sheets") Sheet sheet, @ForAll("sizes") int size) throws IOException {
        Path file = folder().resolve("d.csv.gz");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(sheet.bytes());
        }
        Files.write(file, packed.toByteArray());
        assertAgree(file, MISSING.get(1), size);
    }

    /** Pieces in any order: hardly any is a well-formed file. */
    @Property(tries = 600)
    void any_file_is_read_alike_or_left_to_the_engine(
            @ForAll("pieces") List<String> pieces, @ForAll("missing") List<String> missing, @ForAll("sizes") int size)
            throws IOException {
        Path file = folder().resolve("d.csv");
        Files.write(file, ("d,i,k,w,m\n" + String.join("", pieces)).getBytes(StandardCharsets.ISO_8859_1));
        assertAgree(file, missing, size);
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        return Sheet.any();
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Sheet.pieces();
    }

    @Provide
    Arbitrary<List<String>> missing() {
        return Arbitraries.of(MISSING);
    }

    /** Small ones, so that a block ends everywhere. */
    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.oneOf(Arbitraries.integers().between(16, 200), Arbitraries.just(LARGE));
    }

    /** Says whether our own reader was sure of the file. */
    private static boolean assertAgree(Path path, List<String> missing, int size) {
        FileName name = new FileName(path, path.getFileName().toString(), 0);
        FirstLine line = FirstLine.read(name, TextFormat.PLAIN, Objects.requireNonNull(spec));
        if (line.fault().isPresent()) {
            return false;
        }
        MissingTexts ofEngine = new MissingTexts(missing);
        MissingTexts ofOurs = new MissingTexts(missing);
        Outcome read = Outcome.of(text(name, line, ofEngine));
        boolean plain = false;
        for (int threads = 1; threads <= 2; threads++) {
            PlainFile ours = new PlainFile(text(name, line, ofOurs), ofOurs, threads, size);
            assertThat(Outcome.of(ours)).as("%s threads", threads).isEqualTo(read);
            assertThat(Outcome.of(ours)).as("again").isEqualTo(read);
            plain = ours.isPlain();
        }
        TextFile file = text(name, line, ofEngine);
        assertThat(MissingTextSearch.absent(ofOurs.unseen(), List.of(file)))
                .isEqualTo(MissingTextSearch.absent(ofEngine.unseen(), List.of(file)));
        return plain;
    }

    private static TextFile text(FileName name, FirstLine line, MissingTexts missing) {
        return new TextFile(Objects.requireNonNull(engine), name, line.header(), missing, TextFormat.PLAIN);
    }

    /** All that is read of a file, or what is said instead. */
    record Outcome(List<String> rows, String said) {

        static Outcome of(Source source) {
            List<String> rows = new ArrayList<>();
            try {
                long count = source.read(COLUMNS, 7, () -> {
                    rows.clear();
                    return batch -> add(batch, rows);
                });
                String places = source.locate(new TreeMap<>(Map.of(Math.max(0, count - 1), "last")))
                        .toString();
                return new Outcome(rows, count + " rows, " + (count == 0 ? "" : places) + source.finding());
            } catch (MlException e) {
                return new Outcome(List.of(), String.valueOf(e.getMessage()));
            }
        }

        private static void add(Batch batch, List<String> rows) {
            for (int i = 0; i < batch.rows(); i++) {
                int row = i;
                List<String> cells = new ArrayList<>();
                for (TableColumn wanted : COLUMNS) {
                    Column column = batch.column(wanted.name());
                    Optional<String> clash = column.clashes().stream()
                            .filter(found -> found.row() == row)
                            .map(Clash::text)
                            .findFirst();
                    cells.add((column.isMissing(row) ? "missing" : value(column, row))
                            + clash.map("!"::concat).orElse(""));
                }
                rows.add(batch.position(row) + " " + cells);
            }
        }

        /** Numbers to the last bit. */
        private static String value(Column column, int row) {
            return column instanceof Column.Doubles numbers
                    ? Long.toHexString(Double.doubleToRawLongBits(numbers.values()[row]))
                    : column.text(row);
        }
    }
}
