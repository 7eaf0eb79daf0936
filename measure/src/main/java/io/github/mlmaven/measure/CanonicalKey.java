package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Some columns of a row as one text that no other values have, and its MD5. Columns are separated by commas; a missing value
 * is nothing; a text is {@code <length in code points>:<text>}; a whole number is written in decimal, a boolean as
 * {@code true} or {@code false}, and another number as the signed decimal of its 64 IEEE 754 bits, with -0 taken as 0.
 *
 * <p>Used by one thread at a time.
 */
public final class CanonicalKey {

    private final List<String> columns;
    private final MessageDigest md5;
    private final StringBuilder text = new StringBuilder();

    public CanonicalKey(List<String> columns) {
        this.columns = List.copyOf(columns);
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** The MD5 of a row's text in UTF-8: 16 bytes. */
    public byte[] md5(Batch batch, int row) {
        return md5.digest(text(batch, row).getBytes(StandardCharsets.UTF_8));
    }

    /** A row's text. */
    public String text(Batch batch, int row) {
        text.setLength(0);
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            Column column = batch.column(columns.get(i));
            if (!column.isMissing(row)) {
                append(column, row);
            }
        }
        return text.toString();
    }

    private void append(Column column, int row) {
        if (column instanceof Column.Longs numbers) {
            text.append(numbers.values()[row]);
        } else if (column instanceof Column.Doubles numbers) {
            text.append(Double.doubleToRawLongBits(numbers.values()[row] + 0.0));
        } else {
            String value = column.text(row);
            if (column instanceof Column.Texts) {
                text.append(value.codePointCount(0, value.length())).append(':');
            }
            text.append(value);
        }
    }
}
