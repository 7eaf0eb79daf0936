package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.validate.DataValidation;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A text file that something happened to is read as its records say, or refused with a message, and never with another
 * exception. {@code -Dml.mutations=100000} tries more of them; a failure names the seed of its file.
 */
class MutatedTextFileTest {

    private static final int MUTATIONS = Integer.getInteger("ml.mutations", 1_500);
    /** One in so many files is validated as a whole too. */
    private static final int WHOLE = 100;

    private static final String SPEC = """
            task: classification
            data: {source: d.csv, label: k, missing: ['', NA, '-9']}
            columns:
              n: {type: number, min: 0, required: true}
              i: {type: integer}
              k: {type: category}
              b: {type: boolean}
              t: {type: text}
            checks: [{sql: 'n > 0 or t is null'}, {unique: [n, k]}]
            """;

    private static final String DATA = """
            n,i,k,b,t
            1.5,1,red,true,"a, b"
            2e3,20,green,FALSE,"c ""d""
            e"
            NA,-9.0,red,1,x
            7,3.0,blue,0,äöü
            -9,,green,true,
            8,123456789012345678,red,false,"f"
            """;

    private static final byte[][] PIECES = {
        {','},
        {'"'},
        {'\n'},
        {'\r'},
        {'\r', '\n'},
        {0},
        {(byte) 0xFF},
        {(byte) 0xC3},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {'"', '"'},
        {'"', ','},
        {',', '"'},
        {'"', '\n'},
        {'\n', '\n'},
        {' '},
        {'\t'},
        {';'},
        {'\\'},
        {'\''},
        {'_'},
        {'-', '9'},
        {'N', 'A'}
    };

    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("n", ColumnType.NUMBER, List.of()),
            new TableColumn("i", ColumnType.INTEGER, List.of()),
            new TableColumn("k", ColumnType.CATEGORY, List.of("red", "green")),
            new TableColumn("b", ColumnType.BOOLEAN, List.of()),
            new TableColumn("t", ColumnType.TEXT, List.of()));

    @TempDir
    Path directory;

    @Test
    void a_mutated_file_is_read_as_its_records_say_or_refused() throws IOException {
        Project project = new Project(directory).spec(SPEC);
        Path file = project.path("d.csv");
        Map<String, Integer> outcomes = new TreeMap<>();
        Engine.Reach reach = new Engine.Reach(List.of(file), project.path("target/ml/example"));
        try (Engine engine = Engine.start(new BuildLimits(1, 512), reach)) {
            for (int seed = 0; seed < MUTATIONS; seed++) {
                Files.write(file, mutated(seed));
                outcomes.merge(outcome(seed, engine, file, project.spec().spec()), 1, Integer::sum);
                if (seed % WHOLE == 0) {
                    validate(seed, project);
                }
            }
        }
        // Each way to end is taken, or the mutations are too tame.
        assertThat(outcomes.keySet()).contains("read", "without malformed rows", "no header");
    }

    private static byte[] mutated(int seed) {
        Random random = new Random(seed);
        byte[] bytes =
                DATA.replace("\n", random.nextInt(4) == 0 ? "\r\n" : "\n").getBytes(StandardCharsets.UTF_8);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int at = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, at + random.nextInt(6));
            byte[] piece = random.nextInt(5) == 0
                    ? new byte[] {(byte) random.nextInt(256)}
                    : PIECES[random.nextInt(PIECES.length)];
            bytes = switch (random.nextInt(5)) {
                case 0 -> joined(bytes, 0, at, piece, to, bytes.length);
                case 1 -> joined(bytes, 0, at, new byte[0], to, bytes.length);
                case 2 -> joined(bytes, 0, at, Arrays.copyOfRange(bytes, at, to), at, bytes.length);
                case 3 ->
                    random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : joined(bytes, 0, at, piece, at, bytes.length);
                default -> joined(bytes, 0, at, piece, at, bytes.length);
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] piece, int rest, int end) {
        byte[] all = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + piece.length + end - rest);
        System.arraycopy(piece, 0, all, to - from, piece.length);
        System.arraycopy(bytes, rest, all, to - from + piece.length, end - rest);
        return all;
    }

    private static String outcome(int seed, Engine engine, Path file, ModelSpec spec) {
        try {
            FileName name = new FileName(file, "d.csv", 0);
            FirstLine line = FirstLine.read(name, TextFormat.PLAIN, spec);
            if (line.fault().isPresent()) {
                return "no header";
            }
            TextFile source = new TextFile(
                    engine, name, line.header(), new MissingTexts(List.of("", "NA", "-9")), TextFormat.PLAIN);
            List<String> read = read(source);
            assertThat(read).as("seed %s", seed).isEqualTo(told(source));
            assertThat(read(source)).as("seed %s, again", seed).isEqualTo(read);
            return source.finding().isPresent() ? "without malformed rows" : "read";
        } catch (MlException e) {
            return "refused";
        } catch (RuntimeException | IOException e) {
            return fail("seed " + seed, e);
        }
    }

    private static void validate(int seed, Project project) {
        try (Table table = project.open(1)) {
            assertThat(DataValidation.of(table, project.spec()).findings())
                    .as("seed %s", seed)
                    .isNotNull();
        } catch (MlException e) {
            assertThat(e).as("seed %s", seed).hasMessageContaining("d.csv");
        } catch (RuntimeException e) {
            fail("seed " + seed, e);
        }
    }

    private static List<String> read(TextFile source) {
        List<String> rows = new ArrayList<>();
        source.read(COLUMNS, 0, () -> {
            rows.clear();
            return batch -> addRows(batch, rows);
        });
        return rows;
    }

    private static void addRows(Batch batch, List<String> rows) {
        for (int i = 0; i < batch.rows(); i++) {
            int row = i;
            List<String> cells = new ArrayList<>();
            for (TableColumn wanted : COLUMNS) {
                Column column = batch.column(wanted.name());
                cells.add(
                        column.isMissing(row)
                                ? column.clashes().stream()
                                        .filter(clash -> clash.row() == row)
                                        .map(clash -> "!" + clash.text())
                                        .findFirst()
                                        .orElse("")
                                : column.text(row));
            }
            rows.add(String.join("|", cells));
        }
    }

    /** What the records say, read one by one. */
    private static List<String> told(TextFile source) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RecordScanner records = RecordScanner.open(source.path())) {
            records.next();
            while (records.next()) {
                if (source.isRow(records)) {
                    List<String> cells = new ArrayList<>();
                    for (TableColumn column : COLUMNS) {
                        int index = source.header().indexOf(column.name());
                        cells.add(index < 0 ? "" : cell(records.values().get(index), column.type()));
                    }
                    rows.add(String.join("|", cells));
                }
            }
        }
        return rows;
    }

    private static String cell(String text, ColumnType type) {
        if (text.isEmpty() || text.equals("NA") || text.equals("-9")) {
            return "";
        }
        return switch (type) {
            case NUMBER ->
                DecimalText.number(text).isEmpty()
                        ? "!" + text
                        : DecimalText.number(text).getAsDouble() == -9
                                ? ""
                                : Column.decimal(DecimalText.number(text).getAsDouble());
            case INTEGER ->
                DecimalText.whole(text).isEmpty()
                        ? "!" + text
                        : DecimalText.whole(text).getAsLong() == -9
                                ? ""
                                : Long.toString(DecimalText.whole(text).getAsLong());
            case BOOLEAN ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> "true";
                    case "false", "0" -> "false";
                    default -> "!" + text;
                };
            case CATEGORY, TEXT -> text;
            case DATE, TIMESTAMP -> Tick.of(type).read(text).isPresent() ? text : "!" + text;
        };
    }
}
