package io.github.mlmaven.benchmarks;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes CSV cells that need no quotes, without an object per cell. */
final class CsvLine {

    private static final int LONGEST_LINE = 4096;

    private final Output out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;
    private boolean started;

    CsvLine(OutputStream out) {
        this.out = new Output(out);
    }

    void text(String value) {
        separate();
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    void integer(long value) {
        separate();
        sign(value);
        digits(Math.abs(value), 1);
    }

    /** A number with four decimals; an empty cell where it is missing. */
    void tenThousandths(long value) {
        separate();
        if (value != SyntheticRow.MISSING) {
            sign(value);
            digits(Math.abs(value) / 10_000, 1);
            buffer[length++] = '.';
            digits(Math.abs(value) % 10_000, 4);
        }
    }

    void end() {
        buffer[length++] = '\n';
        started = false;
        if (length > buffer.length - LONGEST_LINE) {
            flush();
        }
    }

    void flush() {
        out.write(buffer, length);
        length = 0;
    }

    private void separate() {
        if (started) {
            buffer[length++] = ',';
        }
        started = true;
    }

    private void sign(long value) {
        if (value < 0) {
            buffer[length++] = '-';
        }
    }

    private void digits(long value, int atLeast) {
        int count = atLeast;
        for (long bound = power(atLeast); value >= bound; bound *= 10) {
            count++;
        }
        long rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
