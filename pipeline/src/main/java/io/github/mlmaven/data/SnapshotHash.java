package io.github.mlmaven.data;

import io.github.mlmaven.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * SHA-256 over the names and types of columns and over rows in their order, whatever keeps them: each text as its length and
 * its UTF-8 bytes, each number and time as eight bytes, a byte before each cell that says whether it has a value.
 */
final class SnapshotHash {

    private static final byte MISSING = 0;
    private static final byte VALUE = 1;
    private static final int NUMBER_BYTES = 1 + Long.BYTES;
    private static final int BUFFER = 1 << 16;

    private final List<ResultColumn> columns;
    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long rows;

    SnapshotHash(List<ResultColumn> columns) {
        this.columns = List.copyOf(columns);
        number(columns.size());
        for (ResultColumn column : columns) {
            text(column.name());
            text(column.kind().kept());
        }
    }

    /**
     * Adds rows.
     *
     * @param chunk with a mark first that is {@link Engine#LAST} of what is no row, and then the columns
     */
    void add(DuckDBDataChunkReader chunk) {
        for (long row = 0; row < chunk.rowCount(); row++) {
            if (chunk.vector(0).getInt(row) == Engine.LAST) {
                continue;
            }
            for (int i = 0; i < columns.size(); i++) {
                cell(columns.get(i), chunk.vector(i + 1), row);
            }
            rows++;
        }
    }

    private void cell(ResultColumn column, DuckDBReadableVector vector, long row) {
        room(NUMBER_BYTES);
        if (vector.isNull(row)) {
            buffer.put(MISSING);
            return;
        }
        buffer.put(VALUE);
        switch (column.kind()) {
            case WHOLE, DATE, TIMESTAMP, INSTANT -> buffer.putLong(vector.getLong(row));
            case REAL, DECIMAL -> buffer.putLong(Double.doubleToLongBits(vector.getDouble(row)));
            case BOOLEAN -> buffer.putLong(vector.getBoolean(row) ? 1 : 0);
            case TEXT, PADDED_TEXT, LONG_WHOLE -> text(vector.getString(row));
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void number(long number) {
        room(Long.BYTES);
        buffer.putLong(number);
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** How many rows were added. */
    long rows() {
        return rows;
    }

    /** Of all rows; ends it. */
    String value() {
        flush();
        return Sha256.hex(digest.digest());
    }
}
