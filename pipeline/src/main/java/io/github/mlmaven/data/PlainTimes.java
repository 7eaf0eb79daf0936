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
final class PlainTimes extends PlainCoded {

    private static final byte TIME = 0;
    private static final byte ABSENT = 1;
    private static final byte CLASH = 2;

    private final TimeTexts format;
    /** By the table's code what the text is, and its time. */
    private byte[] kinds = new byte[0];

    private long[] times = new long[0];
    private int known;

    private final List<Clash> clashes = new ArrayList<>();
    private long[] values = new long[0];

    PlainTimes(PlainMarks marks, TableColumn column) {
        super(marks);
        this.format = TimeTexts.of(column.type(), column.time());
    }

    @Override
    void begin() {
        super.begin();
        clashes.clear();
    }

    @Override
    void forget() {
        known = 0;
    }

    @Override
    void reserve(int rows) {
        values = Arrays.copyOf(values, rows);
    }

    @Override
    boolean take(int row, int code) {
        if (code >= known) {
            learn(code);
        }
        values[row] = times[code];
        return kinds[code] != CLASH;
    }

    @Override
    void clash(int row, int code) {
        clashes.add(new Clash(row, text(code)));
    }

    private void learn(int code) {
        if (code >= times.length) {
            int size = Math.max(64, 2 * times.length);
            times = Arrays.copyOf(times, size);
            kinds = Arrays.copyOf(kinds, size);
        }
        String text = text(code);
        boolean absent = isMissing(text);
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
