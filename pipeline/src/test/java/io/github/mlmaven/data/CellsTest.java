package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** What is read of a text is what the grammar of numbers and the casts in SQL make of it, from csv and from Parquet. */
class CellsTest {

    private static final List<String> KNOWN = List.of("red", "", "NaN", "ä'b");
    private static final MissingTexts MISSING = new MissingTexts(List.of("", "-7", "1e3"));
    private static final Pattern DECIMAL = Pattern.compile(
            "[ \\t\\n\\x0B\\f\\r]*[+-]?([0-9]+|[0-9]+[.][0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?[ \\t\\n\\x0B\\f\\r]*");

    private static @Nullable Path folder;
    private static @Nullable Engine engine;

    @BeforeContainer
    static void create() throws IOException {
        folder = Files.createTempDirectory("cells");
        Engine.Reach reach =
                new Engine.Reach(List.of(folder.resolve("d.csv"), folder.resolve("d.parquet")), folder.resolve("out"));
        engine = Engine.start(new BuildLimits(1, 256), reach);
        Casts.define(engine);
    }

    @AfterContainer
    static void remove() throws IOException {
        engine().close();
        try (var files = Files.walk(folder())) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path folder() {
        return Objects.requireNonNull(folder);
    }

    private static Engine engine() {
        return Objects.requireNonNull(engine);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> numbers = Arbitraries.oneOf(
                digits,
                digits.map(text -> "-" + text),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.integers().between(-9, 9).map(i -> i + ".0"),
                Arbitraries.integers().between(-9, 9).map(i -> i + "e2"));
        Arbitrary<String> odd = Arbitraries.of(
                "",
                " 7 ",
                "\t8",
                "+5",
                "0001",
                "1e3",
                "1e-3",
                "3.5",
                "NaN",
                "nan",
                "inf",
                "-Infinity",
                "1e999",
                "9007199254740993",
                "-9007199254740993",
                "999999999999999999",
                "1000000000000000000",
                " 9007199254740995 ",
                "9007199254740992.0",
                "9007199254740994.0",
                "true",
                "TRUE",
                "fAlse",
                "1",
                "0",
                "yes",
                "t",
                "red",
                "ä'b",
                "\uD83D\uDE00",
                "abc",
                "1_000",
                "1_2",
                "1e1_0",
                "+-1",
                "1e+-1",
                "1e17",
                "1e18",
                "123e15",
                "99999999999999999.90e1",
                "1.0000000000000000001",
                "0.99999999999999999999",
                "10000000000000000000000e-20",
                "1e-400",
                "0e99999999999999999999",
                "1e99999999999999999999",
                "-0",
                "000000000000000000000012",
                "\u000b3\f",
                "-7.0",
                "-7",
                "1000",
                "1e3",
                "0b1",
                "1f",
                "\u0661",
                "0x10",
                "1,5",
                ".5",
                "5.",
                "1e5 ",
                "--1",
                "1\n2");
        return Arbitraries.frequencyOf(
                        Tuple.of(2, numbers),
                        Tuple.of(3, odd),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(4).filter(CellsTest::isPlain)))
                .list()
                .ofMaxSize(30);
    }

    /** A text that a csv file of UTF-8 can hold. */
    private static boolean isPlain(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0 && text.indexOf('\r') < 0;
    }

    @Property(tries = 100)
    void cells_are_what_the_casts_say(@ForAll("texts") List<String> texts) throws IOException {
        Path file = csv(texts);
        for (ColumnType type : ColumnType.values()) {
            TableColumn column = new TableColumn("a", type, type == ColumnType.CATEGORY ? KNOWN : List.of());
            TextFile source = new TextFile(
                    engine(), new FileName(file, "d.csv", 0), List.of("a", "b"), MISSING, TextFormat.PLAIN);
            List<String> cast = cast(file, column);
            assertThat(read(source, column)).as("%s", type).isEqualTo(cast);
            if (type.isNumeric()) {
                assertThat(cast)
                        .as("%s", type)
                        .isEqualTo(
                                texts.stream().map(text -> decimal(text, type)).toList());
            }
        }
    }

    @Property(tries = 50)
    void texts_of_a_parquet_file_are_the_same_numbers(@ForAll("texts") List<String> texts) throws SQLException {
        Path file = folder().resolve("d.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (a varchar)");
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("t")) {
                for (String text : texts) {
                    appender.beginRow();
                    appender.append(text);
                    appender.endRow();
                }
            }
            statement.execute("copy t to '" + file + "'");
        }
        for (ColumnType type : List.of(ColumnType.NUMBER, ColumnType.INTEGER)) {
            ParquetFile source = new ParquetFile(engine(), new FileName(file, "d.parquet", 0));
            assertThat(read(source, new TableColumn("a", type, List.of())))
                    .as("%s", type)
                    .isEqualTo(texts.stream().map(text -> parquet(text, type)).toList());
        }
    }

    private static Path csv(List<String> texts) throws IOException {
        Path file = folder().resolve("d.csv");
        Files.writeString(
                file,
                "a,b\n"
                        + texts.stream()
                                .map(text -> "\"" + text.replace("\"", "\"\"") + "\",x\n")
                                .collect(Collectors.joining()));
        return file;
    }

    /** A cell by exact arithmetic alone, with the texts that stand for missing. */
    private static String decimal(String text, ColumnType type) {
        Optional<BigDecimal> number = exact(text);
        boolean absent = MISSING.texts().stream()
                .anyMatch(missing -> missing.equals(text)
                        || (number.isPresent()
                                && exact(missing)
                                        .filter(value -> value.compareTo(number.get()) == 0)
                                        .isPresent()));
        return absent ? "missing" : parquet(text, type);
    }

    private static String parquet(String text, ColumnType type) {
        Optional<BigDecimal> number = exact(text);
        if (type == ColumnType.NUMBER) {
            return number.map(BigDecimal::doubleValue)
                    .filter(value -> !value.isInfinite())
                    .map(value -> "value " + Column.decimal(value))
                    .orElse("missing clash " + text);
        }
        return number.filter(value -> value.abs().compareTo(BigDecimal.TEN.pow(18)) < 0)
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .map(value -> "value " + value.longValueExact())
                .orElse("missing clash " + text);
    }

    /** Exponents that no double has are made smaller. */
    private static Optional<BigDecimal> exact(String text) {
        return DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.strip().replaceFirst("([eE][+-]?[0-9]{4})[0-9]+$", "$1")))
                : Optional.empty();
    }

    /** Each cell as value and clash. */
    private static List<String> read(Source source, TableColumn column) {
        List<String> cells = new ArrayList<>();
        source.read(List.of(column), 0, () -> {
            cells.clear();
            return batch -> addCells(batch, cells);
        });
        return cells;
    }

    private static void addCells(Batch batch, List<String> cells) {
        Column column = batch.column("a");
        for (int i = 0; i < batch.rows(); i++) {
            int row = i;
            assertThat(batch.position(row)).isEqualTo(cells.size());
            Optional<String> clash = column.clashes().stream()
                    .filter(found -> found.row() == row)
                    .map(Clash::text)
                    .findFirst();
            cells.add((column.isMissing(row) ? "missing" : "value " + column.text(row))
                    + clash.map(" clash "::concat).orElse(""));
        }
    }

    /** What the SQL of old says of the texts. */
    private static List<String> cast(Path file, TableColumn column) {
        String value = Casts.ofText(column, "f", MISSING);
        return engine().query(
                        "select %1$s, f, (%1$s) is null and (%3$s) is null and f is not null from read_csv(%2$s, auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = ['', '-7', '1e3'], columns = {f: 'VARCHAR', g: 'VARCHAR'})"
                                .formatted(
                                        value,
                                        Sql.literal(file),
                                        Casts.ofText(column, "f", new MissingTexts(List.of()))),
                        row -> {
                            String found = row.getString(1);
                            String shown = found == null
                                    ? "missing"
                                    : "value "
                                            + (column.type() == ColumnType.NUMBER
                                                    ? Column.decimal(row.getDouble(1))
                                                    : found);
                            return shown + (row.getBoolean(3) ? " clash " + row.getString(2) : "");
                        });
    }

    @Property(tries = 500)
    void a_number_is_written_as_the_engine_writes_it(@ForAll double number) {
        String text =
                engine().one("select cast(cast('%s' as double) as varchar)".formatted(number), row -> row.getString(1));
        assertThat(Column.decimal(number))
                .isEqualTo(text.replaceFirst("[.]0$", "").replaceFirst("^-0$", "0"));
    }
}
