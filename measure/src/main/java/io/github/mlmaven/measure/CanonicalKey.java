package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a row as one text that no other values have, and its MD5. Columns are separated by commas; a missing value
 * is nothing; a text is {@code <length in code points>:<text>}; a whole number is written in decimal, a boolean as
 * {@code true} or {@code false}, and another number as the signed decimal of its 64 IEEE 754 bits, with -0 taken as 0; a time
 * as ISO 8601 writes it in UTC, without a fraction of 0.
 *
 * <p>Used by one thread at a time.
 */
public final class CanonicalKey {

    private static final int MD5_BYTES = 16;

    private final List<String> columns;
    private final MessageDigest md5;
    private final byte[] digest = new byte[MD5_BYTES];
    private final Column[] cells;
    private @Nullable Batch bound;
    private byte[] bytes = new byte[64];
    private int size;

    public CanonicalKey(List<String> columns) {
        this.columns = List.copyOf(columns);
        this.cells = new Column[columns.size()];
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** The MD5 of a row's text in UTF-8: 16 bytes, which the next call fills anew. */
    public byte[] md5(Batch batch, int row) {
        write(batch, row);
        md5.update(bytes, 0, size);
        try {
            md5.digest(digest, 0, MD5_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("an MD5 has 16 bytes", e);
        }
        return digest;
    }

    /** A row's text. */
    public String text(Batch batch, int row) {
        write(batch, row);
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private void write(Batch batch, int row) {
        if (batch != bound) {
            bound = batch;
            for (int i = 0; i < cells.length; i++) {
                cells[i] = batch.column(columns.get(i));
            }
        }
        size = 0;
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                reserve(1);
                bytes[size++] = ',';
            }
            if (!cells[i].isMissing(row)) {
                append(cells[i], row);
            }
        }
    }

    private void append(Column column, int row) {
        if (column instanceof Column.Longs numbers) {
            append(numbers.values()[row]);
        } else if (column instanceof Column.Doubles numbers) {
            append(Double.doubleToRawLongBits(numbers.values()[row] + 0.0));
        } else if (column instanceof Column.Texts) {
            String text = column.text(row);
            append(text.codePointCount(0, text.length()));
            append(":");
            append(text);
        } else {
            append(column.text(row));
        }
    }

    private void append(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void append(long number) {
        if (number < 0) {
            // The least of all numbers has no negative.
            append(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        reserve(digits);
        long rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
