package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.spec.BooleanTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Booleans as {@link BooleanTexts} say. Whatever else stands there is a clash. */
final class PlainBooleans extends PlainField {

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final PlainMarks marks;
    private final List<byte[]> missing;
    /** To the letter, beside the words. */
    private final List<byte[]> trueTexts;

    private final List<byte[]> falseTexts;
    /** No missing text is a boolean. */
    private final boolean clear;

    private final List<Clash> clashes = new ArrayList<>();
    private byte[] values = new byte[0];

    PlainBooleans(PlainMarks marks, BooleanTexts texts) {
        this.marks = marks;
        this.missing = marks.missingBytes();
        this.trueTexts = bytes(texts.isUsual() ? List.of("1") : texts.trueValues());
        this.falseTexts = bytes(texts.isUsual() ? List.of("0") : texts.falseValues());
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
    private byte value(byte[] bytes, int from, int to) {
        int length = to - from;
        if ((length == TRUE.length && is(TRUE, bytes, from)) || PlainMarks.isAny(trueTexts, bytes, from, to)) {
            return 1;
        }
        return (length == FALSE.length && is(FALSE, bytes, from)) || PlainMarks.isAny(falseTexts, bytes, from, to)
                ? 0
                : Column.Booleans.MISSING;
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
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
