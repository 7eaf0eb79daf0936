package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.TextFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A csv file in memory as our own reader reads it, and as its records say. */
final class PlainBytes {

    static final byte[] HEADER = {'n', ',', 'i', ',', 'k', ',', 'b', '\n'};
    static final List<String> NAMES = List.of("n", "i", "k", "b");
    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("n", ColumnType.NUMBER, List.of()),
            new TableColumn("i", ColumnType.INTEGER, List.of()),
            new TableColumn("k", ColumnType.TEXT, List.of("a")),
            new TableColumn("b", ColumnType.BOOLEAN, List.of()));

    private static final Marks MARKS = Marks.of(Path.of("d.csv"), TextFormat.PLAIN);

    private PlainBytes() {}

    /** The rows that our own reader makes of a file's bytes in blocks of a size; empty if it leaves them. */
    static Optional<List<String>> read(byte[] bytes, int size) throws IOException {
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
    static List<String> told(byte[] bytes) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RecordScanner records = RecordScanner.of(bytes, MARKS)) {
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

    /** A missing text that is a number is one however the number is written. */
    private static String number(String text) {
        var number = DecimalText.number(text);
        if (number.isEmpty()) {
            return present(text, "!" + text);
        }
        return number.getAsDouble() == -9 ? "" : Column.decimal(number.getAsDouble());
    }

    private static String whole(String text) {
        var whole = DecimalText.whole(text);
        if (whole.isEmpty()) {
            return present(text, "!" + text);
        }
        return whole.getAsLong() == -9 ? "" : Long.toString(whole.getAsLong());
    }

    private static String bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> "true";
            case "false", "0" -> "false";
            default -> present(text, "!" + text);
        };
    }
}
