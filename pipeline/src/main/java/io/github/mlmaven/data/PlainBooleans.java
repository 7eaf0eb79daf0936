package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code true}, {@code false}, {@code 1} or {@code 0}, in any case. Whatever else stands there is a clash. */
final class PlainBooleans extends PlainField {

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final PlainMarks marks;
    private final List<byte[]> missing;
    /** No missing text is a boolean. */
    private final boolean clear;

    private final List<Clash> clashes = new ArrayList<>();
    private byte[] values = new byte[0];

    PlainBooleans(PlainMarks marks) {
        this.marks = marks;
        this.missing = marks.missingBytes();
        this.clear = missing.stream().allMatch(text -> value(text, 0, text.length) < 0);
    }

    @Override
    void begin() {
        clashes.clear();
    }

    @Override
    void reserve(int rows) {
        values = Arrays.copyOf(values, rows);
    }

    @Override
    int fast(byte[] bytes, int from, int row) {
        int to = from;
        while (!marks.isEnd(bytes[to])) {
            to++;
        }
        byte value = value(bytes, from, to);
        values[row] = value;
        return clear && value >= 0 ? to : NO;
    }

    /** 1, 0, or -1 if it is no boolean. */
    private static byte value(byte[] bytes, int from, int to) {
        return switch (to - from) {
            case 1 -> bytes[from] == '1' ? 1 : bytes[from] == '0' ? (byte) 0 : Column.Booleans.MISSING;
            case 4 -> is(TRUE, bytes, from) ? 1 : Column.Booleans.MISSING;
            case 5 -> is(FALSE, bytes, from) ? 0 : Column.Booleans.MISSING;
            default -> Column.Booleans.MISSING;
        };
    }

    private static boolean is(byte[] word, byte[] bytes, int from) {
        for (int i = 0; i < word.length; i++) {
            if ((bytes[from + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    void set(byte[] bytes, int from, int to, int row) {
        values[row] = Column.Booleans.MISSING;
        if (PlainMarks.isAny(missing, bytes, from, to)) {
            return;
        }
        values[row] = value(bytes, from, to);
        if (values[row] == Column.Booleans.MISSING) {
            clashes.add(new Clash(row, PlainMarks.text(bytes, from, to)));
        }
    }

    @Override
    Column column(int rows) {
        return new Column.Booleans(values, rows, clashes);
    }
}
