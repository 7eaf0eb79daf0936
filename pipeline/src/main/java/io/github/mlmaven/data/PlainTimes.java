package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.spec.TimeTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Days or instants in their column's format. Whatever else stands there is a clash. Each different text is parsed once: dates
 * come again, and to parse one costs more than to find it.
 */
final class PlainTimes extends PlainField {

    private static final byte TIME = 0;
    private static final byte ABSENT = 1;
    private static final byte CLASH = 2;

    private final PlainMarks marks;
    private final TimeTexts format;
    private final TextTable table = new TextTable();
    /** By the table's code what the text is, and its time. */
    private byte[] kinds = new byte[0];

    private long[] times = new long[0];
    private int known;

    private final List<Clash> clashes = new ArrayList<>();
    private long[] values = new long[0];

    PlainTimes(PlainMarks marks, TableColumn column) {
        this.marks = marks;
        this.format = TimeTexts.of(column.type(), column.time());
    }

    @Override
    void begin() {
        clashes.clear();
        if (table.size() > TextCells.LARGEST_DICTIONARY) {
            table.clear();
            known = 0;
        }
    }

    @Override
    void reserve(int rows) {
        values = Arrays.copyOf(values, rows);
    }

    @Override
    int fast(byte[] bytes, int from, int row) {
        int to = from;
        int hash = 0;
        while (!marks.isEnd(bytes[to])) {
            hash = TextTable.hash(hash, bytes[to++]);
        }
        int code = code(bytes, from, to, hash);
        values[row] = times[code];
        return kinds[code] == CLASH ? NO : to;
    }

    @Override
    void set(byte[] bytes, int from, int to, int row) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = TextTable.hash(hash, bytes[at]);
        }
        int code = code(bytes, from, to, hash);
        values[row] = times[code];
        if (kinds[code] == CLASH) {
            clashes.add(new Clash(row, table.text(code)));
        }
    }

    private int code(byte[] bytes, int from, int to, int hash) {
        int code = table.code(bytes, from, to, hash);
        if (code >= known) {
            learn(code);
        }
        return code;
    }

    private void learn(int code) {
        if (code >= times.length) {
            int size = Math.max(64, 2 * times.length);
            times = Arrays.copyOf(times, size);
            kinds = Arrays.copyOf(kinds, size);
        }
        String text = table.text(code);
        boolean absent = marks.missing().texts().contains(text);
        long time = absent ? Column.Times.MISSING : format.read(text).orElse(Column.Times.MISSING);
        times[code] = time;
        kinds[code] = absent ? ABSENT : time == Column.Times.MISSING ? CLASH : TIME;
        known = code + 1;
    }

    @Override
    Column column(int rows) {
        return new Column.Times(format.tick(), values, rows, clashes);
    }
}
