package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever bytes there are, our own reader makes rows of them or leaves them, wherever its blocks end, and never fails
 * otherwise; and of what it takes it makes what the records say. {@code -Dml.mutations=1000000} tries more of them; a failure
 * names the seed.
 */
class RandomBytesTest {

    private static final int INPUTS = Integer.getInteger("ml.mutations", 20_000);
    /** One in so many is compared with its records, one by one. */
    private static final int TOLD = 50;

    private static final int LARGE = 1 << 12;
    private static final byte[] HEADER = {'n', ',', 'i', ',', 'k', ',', 'b', '\n'};
    private static final List<String> NAMES = List.of("n", "i", "k", "b");
    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("n", ColumnType.NUMBER, List.of()),
            new TableColumn("i", ColumnType.INTEGER, List.of()),
            new TableColumn("k", ColumnType.TEXT, List.of("a")),
            new TableColumn("b", ColumnType.BOOLEAN, List.of()));

    private static final String[] PIECES = {
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "\"a,b\"",
        "\"c\nd\"",
        "\"e\"\"f\"",
        "\u00c3\u00a4",
        "\0",
        "1",
        "-2",
        "3.5",
        "4e2",
        "5.0",
        "true",
        "0",
        "a",
        "b",
        "NA",
        " 7 ",
        "123456789012345678901",
        "1,2,a,0\n",
        "1.5,3.0,\"b\",true\n",
        ",,,\n",
        ",,,,\n",
        "0.30000000000000004",
        "-9",
        "\n\n"
    };

    @TempDir
    Path directory;

    @Test
    void random_bytes_are_read_or_left() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int seed = 0; seed < INPUTS; seed++) {
            byte[] bytes = bytes(new Random(seed));
            try {
                Optional<List<String>> rows = read(bytes, LARGE);
                Optional<List<String>> cut = read(bytes, 8 + seed % 120);
                assertThat(cut.isEmpty() || cut.equals(rows))
                        .as("seed %s", seed)
                        .isTrue();
                if (rows.isPresent() && seed % TOLD == 0) {
                    assertThat(rows.get()).as("seed %s", seed).isEqualTo(told(bytes));
                }
                outcomes.merge(rows.isEmpty() ? "left" : cut.isEmpty() ? "left if cut" : "read", 1, Integer::sum);
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
        // Each way to end is taken, or the bytes are too tame.
        assertThat(outcomes).containsOnlyKeys("left", "left if cut", "read");
    }

    private static byte[] bytes(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HEADER);
        boolean tame = random.nextInt(3) > 0;
        for (int left = random.nextInt(16); left > 0; left--) {
            if (tame) {
                row(random, out);
            } else if (random.nextInt(4) == 0) {
                out.write(random.nextInt(256));
            } else {
                latin(PIECES[random.nextInt(PIECES.length)], out);
            }
        }
        return out.toByteArray();
    }

    /** Most likely a record. */
    private static void row(Random random, ByteArrayOutputStream out) {
        for (int i = 0; i < NAMES.size(); i++) {
            String cell = PIECES[random.nextInt(PIECES.length)];
            if (random.nextInt(20) > 0 && cell.matches("(?s).*[,\n\r\"\0].*")) {
                cell = '"' + cell.replace("\"", "\"\"").replace("\0", "") + '"';
            }
            latin(i == 0 ? "" : ",", out);
            latin(cell, out);
        }
        out.write('\n');
    }

    private static void latin(String text, ByteArrayOutputStream out) {
        text.chars().forEach(out::write);
    }

    private static Optional<List<String>> read(byte[] bytes, int size) throws IOException {
        PlainMarks marks = new PlainMarks((byte) ',', new MissingTexts(List.of("", "NA", "-9")));
        PlainFrames frames = new PlainFrames(NAMES, marks, COLUMNS);
        List<PlainFrame> two = List.of(frames.frame(new PlainBlock(size)), frames.frame(new PlainBlock(size)));
        List<String> rows = new ArrayList<>();
        boolean feeds = false;
        boolean returns = false;
        try (PlainBlocks blocks = new PlainBlocks(new ByteArrayInputStream(bytes), size)) {
            for (int i = 0; blocks.next(two.get(i % 2).block()); i++) {
                PlainFrame frame = two.get(i % 2);
                frame.read();
                feeds |= frame.hasFeeds();
                returns |= frame.hasReturns();
                add(frame.batch(rows.size()), rows);
            }
            return feeds && returns ? Optional.empty() : Optional.of(rows);
        } catch (NotPlainException e) {
            return Optional.empty();
        }
    }

    private static void add(Batch batch, List<String> rows) {
        for (int i = 0; i < batch.rows(); i++) {
            int row = i;
            List<String> cells = new ArrayList<>();
            for (String name : NAMES) {
                Column column = batch.column(name);
                Optional<String> clash = column.clashes().stream()
                        .filter(found -> found.row() == row)
                        .map(Clash::text)
                        .findFirst();
                cells.add(clash.map("!"::concat).orElseGet(() -> column.isMissing(row) ? "" : column.text(row)));
            }
            rows.add(String.join("|", cells));
        }
    }

    /** What the records say, read one by one. */
    private List<String> told(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("d.csv"), bytes);
        List<String> rows = new ArrayList<>();
        try (RecordScanner records = RecordScanner.open(file)) {
            records.next();
            while (records.next()) {
                if (!records.isBlank()) {
                    assertThat(records.problem(NAMES.size())).isEmpty();
                    rows.add(String.join(
                            "|",
                            number(records.values().get(0)),
                            whole(records.values().get(1)),
                            present(records.values().get(2), records.values().get(2)),
                            bool(records.values().get(3))));
                }
            }
        }
        return rows;
    }

    private static String present(String text, String value) {
        return List.of("", "NA", "-9").contains(text) ? "" : value;
    }

    private static String number(String text) {
        var number = DecimalText.number(text);
        return present(text, number.isEmpty() ? "!" + text : Column.decimal(number.getAsDouble()));
    }

    private static String whole(String text) {
        var whole = DecimalText.whole(text);
        return present(text, whole.isEmpty() ? "!" + text : Long.toString(whole.getAsLong()));
    }

    private static String bool(String text) {
        return switch (text) {
            case "true", "1" -> "true";
            case "0" -> "false";
            default -> present(text, "!" + text);
        };
    }
}
