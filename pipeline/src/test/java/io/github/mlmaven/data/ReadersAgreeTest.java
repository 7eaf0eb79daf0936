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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
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

    /** How a file is written, and with what in its cells. */
    record Sheet(List<String> header, List<List<String>> rows, Style style) {}

    /**
     * See {@link Sheet}.
     *
     * @param end between records
     * @param open whether the last line has no break
     * @param mark whether it begins with a byte order mark
     * @param quoted whether cells are quoted that need not be
     */
    record Style(char delimiter, String end, boolean open, boolean mark, boolean quoted) {}

    @Provide
    Arbitrary<Sheet> sheets() {
        Arbitrary<List<String>> headers = Arbitraries.of(
                List.of("n", "i", "k", "b", "t", "w"),
                List.of("t", "x", "b", "k", "i", "n"),
                List.of("n"),
                List.of("t"),
                List.of("i", "k"),
                List.of("k", "w", "b", "a \"quoted\", name"),
                List.of("w"),
                List.of("d", "m", "f", "k"),
                List.of("m"));
        Arbitrary<Style> styles = Combinators.combine(
                        Arbitraries.of(',', ',', '\t'),
                        Arbitraries.of("\n", "\n", "\r\n"),
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, true))
                .as(Style::new);
        return headers.flatMap(header -> Combinators.combine(
                        cells().list().ofSize(header.size()).list().ofMaxSize(12), styles)
                .as((rows, style) -> new Sheet(header, rows, style)));
    }

    private static Arbitrary<String> cells() {
        Arbitrary<String> numbers = Arbitraries.oneOf(
                Arbitraries.integers().between(-99, 9999).map(String::valueOf),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.bigDecimals().map(number -> number.toPlainString()),
                Arbitraries.integers().between(-99, 9999).map(number -> number + ".0"),
                Arbitraries.strings().numeric().ofMaxLength(24),
                Arbitraries.strings().withChars("0123456789.-+eE_ ").ofMaxLength(9));
        Arbitrary<String> odd = Arbitraries.of(
                "",
                " ",
                "NaN",
                "nan",
                "inf",
                "-Infinity",
                "0x10",
                "1_000",
                "+-1",
                "--1",
                "1e999",
                "-1e999",
                "1e-999",
                "-0",
                "-0.0",
                "007",
                " 7",
                "7 ",
                "\t8\f",
                ".5",
                "5.",
                ".",
                "-",
                "+",
                "e5",
                "1e",
                "1e+",
                "+5",
                "1,5",
                "1f",
                "1d",
                "0b1",
                "\u0661",
                "9007199254740993",
                "9007199254740993.0",
                "999999999999999999",
                "1000000000000000000",
                "-999999999999999999",
                "0.1000000000000000055511151231257827",
                "2.2250738585072011e-308",
                "4.9e-324",
                "1.7976931348623159e308",
                "123456789012345678",
                "0.00000000000000000000001",
                "12345678.12345678",
                "NA",
                "-9",
                "-9.0",
                "1e3",
                "1000",
                "true",
                "FALSE",
                "tRue",
                "TRUE ",
                "yes",
                "Yes",
                "no",
                "fal\u017Fe",
                "t",
                "0",
                "1",
                "00",
                "red",
                "green",
                "RED",
                "ä",
                "\u20ac\u2028",
                "\uD83D\uDE00",
                "a\"b",
                "\"",
                "\"\"",
                "a,b",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "\n",
                ",",
                "#",
                "'",
                "\\",
                "\\N",
                "null",
                "\uFEFF");
        return Arbitraries.frequencyOf(
                Tuple.of(4, numbers),
                Tuple.of(4, odd),
                Tuple.of(4, times()),
                Tuple.of(1, Arbitraries.strings().alpha().ofMaxLength(40)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(6).filter(ReadersAgreeTest::isUtf8)));
    }

    /** Times, those of few days so that they come again, and what nearly is one. */
    private static Arbitrary<String> times() {
        Arbitrary<LocalDate> days = Arbitraries.oneOf(
                Arbitraries.longs().between(20_000, 20_009).map(LocalDate::ofEpochDay),
                Arbitraries.longs().between(-800_000, 3_000_000).map(LocalDate::ofEpochDay));
        Arbitrary<String> hours = Arbitraries.of(
                "T10:15",
                " 10:15:30",
                "T10:15:30.25Z",
                "T23:59:59.999999+05:30",
                " 02:30:00",
                "T24:00",
                "T10:15:30.1234567",
                "");
        Arbitrary<String> odd = Arbitraries.of(
                "2026-02-30",
                "30.2.2026",
                "31.01.2026",
                "1.2.26",
                "2026-1-31",
                "2026-03-29T02:30:00",
                "2026-10-25 02:30:00",
                "2026-01-31 ",
                " 2026-01-31",
                "20260131",
                "infinity",
                "now",
                "٢٠٢٦-01-31",
                "2026-01-31t10:15:30z");
        return Arbitraries.oneOf(
                days.map(LocalDate::toString),
                days.map(day -> day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear()),
                Combinators.combine(days, hours).as((day, hour) -> day + hour),
                odd);
    }

    private static boolean isUtf8(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
    }

    private static byte[] write(Sheet sheet) {
        Style style = sheet.style();
        StringBuilder text = new StringBuilder(style.mark() ? "\uFEFF" : "");
        append(sheet.header(), style, text);
        sheet.rows().forEach(row -> {
            text.append(style.end());
            append(row, style, text);
        });
        if (!style.open()) {
            text.append(style.end());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(List<String> cells, Style style, StringBuilder out) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean needed = cell.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r' || c == style.delimiter());
            out.append(i == 0 ? "" : style.delimiter());
            out.append(
                    needed || (style.quoted() && cell.length() % 2 == 0)
                            ? '"' + cell.replace("\"", "\"\"") + '"'
                            : cell);
        }
    }

    @Property(tries = 400)
    void a_well_formed_file_is_read_alike_and_by_our_own_reader(
            @ForAll("sheets") Sheet sheet, @ForAll("missing") List<String> missing, @ForAll("sizes") int size)
            throws IOException {
        Path file = folder().resolve(sheet.style().delimiter() == ',' ? "d.csv" : "d.tsv");
        Files.write(file, write(sheet));
        boolean ours = assertAgree(file, missing, size);
        // A record may be longer than a small block, and what a blank line of one column is the engine knows.
        assertThat(ours || size < LARGE || sheet.header().size() == 1).isTrue();
    }

    @Property(tries = 50)
    void a_gzipped_file_is_read_alike(@ForAll("sheets") Sheet sheet, @ForAll("sizes") int size) throws IOException {
        Path file = folder().resolve("d.csv.gz");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(write(sheet));
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
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        ",",
                        ",",
                        ",",
                        "\n",
                        "\n",
                        "\r\n",
                        "\r",
                        "\"",
                        "\"\"",
                        "a",
                        "1",
                        "-9",
                        "NA",
                        "1.5",
                        "2026-01-31",
                        "2026-01-31T10:15",
                        "true",
                        "red",
                        " ",
                        "\t",
                        "\u00c3\u00a4",
                        "\u00c3",
                        "\u00ff",
                        "\u00ed\u00a0\u0080",
                        "\0",
                        "1,2,3,0,5\n",
                        "1.5,20,red,true,x\n",
                        "2,3,\"a\"\"b\",1,\"c\nd\"\n",
                        ",,,,\n",
                        ",,,,,\n",
                        "1,2,3,4\n",
                        "\n\n",
                        "\u00ef\u00bb\u00bf")
                .list()
                .ofMaxSize(25);
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
