package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Whole numbers of at most 18 digits, also as {@code 3.0} or {@code 3e2}. Whatever else stands there is a clash. */
final class PlainIntegers extends PlainField {

    private final PlainMarks marks;
    private final List<byte[]> missing;
    private final boolean emptyIsMissing;
    private final long[] missingNumbers;
    /** Whether each of them stood for a missing value. */
    private final boolean[] seen;

    private final List<Clash> clashes = new ArrayList<>();
    private long[] values = new long[0];

    PlainIntegers(PlainMarks marks) {
        this.marks = marks;
        this.missing = marks.missingBytes();
        this.emptyIsMissing = marks.emptyIsMissing();
        this.missingNumbers = marks.missing().wholeNumbers();
        this.seen = new boolean[missingNumbers.length];
    }

    @Override
    void begin() {
        clashes.clear();
        Arrays.fill(seen, false);
    }

    @Override
    void reserve(int rows) {
        values = Arrays.copyOf(values, rows);
    }

    @Override
    int fast(byte[] bytes, int from, int row) {
        boolean negative = bytes[from] == '-';
        int start = negative ? from + 1 : from;
        long digits = EightBytes.digits(EightBytes.at(bytes, start));
        int count = Long.numberOfTrailingZeros(EightBytes.noDigits(digits)) >>> 3;
        if (count == Long.BYTES || bytes[start + count] == '.') {
            return longer(bytes, start, negative, row);
        }
        int at = start + count;
        if (!marks.isEnd(bytes[at])) {
            return NO;
        }
        if (count == 0) {
            return at == from && emptyIsMissing ? missing(at, row) : NO;
        }
        long value = EightBytes.number(digits, count);
        put(row, negative ? -value : value);
        return at;
    }

    /** The same for a number of more digits, or with a fraction of zeros. */
    private int longer(byte[] bytes, int start, boolean negative, int row) {
        int at = start;
        long value = 0;
        for (int digit = bytes[at] - '0'; (digit & 0xFF) <= 9; digit = bytes[++at] - '0') {
            value = value * 10 + digit;
        }
        int digits = at - start;
        if (bytes[at] == '.') {
            at++;
            while (bytes[at] == '0') {
                at++;
            }
        }
        if (digits == 0 || digits > DecimalText.MOST_DIGITS || !marks.isEnd(bytes[at])) {
            return NO;
        }
        put(row, negative ? -value : value);
        return at;
    }

    private int missing(int at, int row) {
        values[row] = Column.Longs.MISSING;
        return at;
    }

    private void put(int row, long value) {
        values[row] = value;
        for (int i = 0; i < missingNumbers.length; i++) {
            if (value == missingNumbers[i]) {
                seen[i] = true;
                values[row] = Column.Longs.MISSING;
            }
        }
    }

    @Override
    void set(byte[] bytes, int from, int to, int row) {
        values[row] = Column.Longs.MISSING;
        if (PlainMarks.isAny(missing, bytes, from, to)) {
            return;
        }
        String text = PlainMarks.text(bytes, from, to);
        OptionalLong whole = DecimalText.whole(text);
        if (whole.isPresent()) {
            put(row, whole.getAsLong());
        } else {
            clashes.add(new Clash(row, text));
        }
    }

    @Override
    Column column(int rows) {
        for (int i = 0; i < seen.length; i++) {
            if (seen[i]) {
                marks.missing().saw((double) missingNumbers[i]);
            }
        }
        return new Column.Longs(values, rows, clashes);
    }
}
