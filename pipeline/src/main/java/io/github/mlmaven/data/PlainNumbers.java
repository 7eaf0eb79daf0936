package io.github.mlmaven.data;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finite numbers, written as a {@link DecimalText}. Whatever else stands there is a clash. */
final class PlainNumbers extends PlainField {

    /** A mantissa up to here is a double. */
    private static final long EXACT = 1L << 53;

    private static final int MOST_DIGITS = 18;
    /** The powers of ten that are doubles. */
    private static final double[] POWERS = new double[23];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private final PlainMarks marks;
    private final List<byte[]> missing;
    private final boolean emptyIsMissing;
    private final double[] missingNumbers;
    /** Whether each of them stood for a missing value. */
    private final boolean[] seen;

    private final List<Clash> clashes = new ArrayList<>();
    private double[] values = new double[0];

    PlainNumbers(PlainMarks marks) {
        this.marks = marks;
        this.missing = marks.missingBytes();
        this.emptyIsMissing = marks.emptyIsMissing();
        this.missingNumbers = marks.missing().numbers();
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
        long others = EightBytes.noDigits(digits);
        int length = Long.numberOfTrailingZeros(others) >>> 3;
        int scale = 0;
        int count = length;
        if (length < Long.BYTES && bytes[start + length] == '.') {
            digits = EightBytes.without(digits, length);
            length = Long.numberOfTrailingZeros(others & (others - 1)) >>> 3;
            scale = length - count - 1;
            count = length - 1;
        }
        if (length == Long.BYTES) {
            return longer(bytes, start, negative, row);
        }
        int at = start + length;
        if (!marks.isEnd(bytes[at])) {
            return NO;
        }
        if (count == 0) {
            return at == from && emptyIsMissing ? missing(at, row) : NO;
        }
        double value = EightBytes.number(digits, count) / POWERS[scale];
        put(row, negative ? -value : value);
        return at;
    }

    /** The same for a number that eight bytes do not hold with what ends it. */
    private int longer(byte[] bytes, int start, boolean negative, int row) {
        int at = start;
        long mantissa = 0;
        for (int digit = bytes[at] - '0'; (digit & 0xFF) <= 9; digit = bytes[++at] - '0') {
            mantissa = mantissa * 10 + digit;
        }
        int digits = at - start;
        int scale = 0;
        if (bytes[at] == '.') {
            int point = at++;
            for (int digit = bytes[at] - '0'; (digit & 0xFF) <= 9; digit = bytes[++at] - '0') {
                mantissa = mantissa * 10 + digit;
            }
            scale = at - point - 1;
            digits += scale;
        }
        if (digits > MOST_DIGITS || mantissa > EXACT || !marks.isEnd(bytes[at])) {
            return NO;
        }
        double value = mantissa / POWERS[scale];
        put(row, negative ? -value : value);
        return at;
    }

    private int missing(int at, int row) {
        values[row] = Double.NaN;
        return at;
    }

    private void put(int row, double value) {
        values[row] = value;
        for (int i = 0; i < missingNumbers.length; i++) {
            if (value == missingNumbers[i]) {
                seen[i] = true;
                values[row] = Double.NaN;
            }
        }
    }

    @Override
    void set(byte[] bytes, int from, int to, int row) {
        double value = PlainMarks.isAny(missing, bytes, from, to) ? Double.NaN : number(bytes, from, to, row);
        put(row, value);
    }

    private double number(byte[] bytes, int from, int to, int row) {
        if (PlainDecimal.isDecimal(bytes, from, to)) {
            double value = JavaDoubleParser.parseDouble(bytes, from, to - from);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        clashes.add(new Clash(row, PlainMarks.text(bytes, from, to)));
        return Double.NaN;
    }

    @Override
    Column column(int rows) {
        for (int i = 0; i < seen.length; i++) {
            if (seen[i]) {
                marks.missing().saw(missingNumbers[i]);
            }
        }
        return new Column.Doubles(values, rows, clashes);
    }
}
