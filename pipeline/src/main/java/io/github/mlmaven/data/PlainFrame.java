package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Room for one block of a plain text file and for its rows, used again and again. A record is a row if it has a field for each
 * column of the file, each bare and without a quote or all within quotes; a delimiter behind the last field is left out. A
 * blank line is no row, unless there is one column alone. Anything else is not plain.
 */
final class PlainFrame {

    private static final byte QUOTE = '"';
    private static final int FIRST_ROWS = 64;

    private final byte delimiter;
    private final PlainBlock block;
    private final PlainField[] fields;
    private final Map<String, IntFunction<Column>> columns;
    private byte[] unquoted = new byte[64];
    private int reserved;
    private int rows;
    private boolean feeds;
    private boolean returns;

    /**
     * A frame.
     *
     * @param marks of the file
     * @param fields of its columns, in their order
     * @param columns of a batch, by name, of a number of rows
     */
    PlainFrame(PlainMarks marks, PlainBlock block, List<PlainField> fields, Map<String, IntFunction<Column>> columns) {
        this.delimiter = marks.delimiter();
        this.block = block;
        this.fields = fields.toArray(PlainField[]::new);
        this.columns = new LinkedHashMap<>(columns);
    }

    PlainBlock block() {
        return block;
    }

    int rows() {
        return rows;
    }

    /** Whether some line ends with a line feed alone. */
    boolean hasFeeds() {
        return feeds;
    }

    /** Whether some line ends with a carriage return before the line feed. */
    boolean hasReturns() {
        return returns;
    }

    /** Takes the rows out of the block. */
    void read() {
        if (!block.isAscii() && !Utf8.isValid(block.bytes(), block.from(), block.to())) {
            throw new NotPlainException("not UTF-8");
        }
        rows = 0;
        feeds = false;
        returns = false;
        for (PlainField field : fields) {
            field.begin();
        }
        int at = block.from();
        if (block.isFirst() && at < block.to()) {
            at = lineEnd(headerEnd(at));
        }
        while (at < block.to()) {
            at = isLeftOut(at) ? lineEnd(at) : row(at);
        }
    }

    /** A blank line of one column is an empty field. */
    private boolean isLeftOut(int at) {
        byte next = block.bytes()[at];
        return fields.length > 1 && (next == '\n' || next == '\r');
    }

    private int headerEnd(int from) {
        byte[] bytes = block.bytes();
        int at = from;
        while (bytes[at] != '\n' && bytes[at] != '\r') {
            at = bytes[at] == QUOTE ? quotedEnd(at) : bareEnd(at);
            if (bytes[at] == delimiter) {
                at++;
            }
        }
        return at;
    }

    private int row(int from) {
        if (rows == reserved) {
            reserved = Math.max(FIRST_ROWS, 2 * reserved);
            for (PlainField field : fields) {
                field.reserve(reserved);
            }
        }
        byte[] bytes = block.bytes();
        int last = fields.length - 1;
        int at = from;
        for (int i = 0; i < last; i++) {
            at = field(fields[i], at);
            if (bytes[at++] != delimiter) {
                throw new NotPlainException("a record of too few fields");
            }
        }
        at = field(fields[last], at);
        rows++;
        return lineEnd(bytes[at] == delimiter ? at + 1 : at);
    }

    /** Takes the field that begins at a place, and says where it ends. */
    private int field(PlainField field, int from) {
        byte[] bytes = block.bytes();
        if (bytes[from] == QUOTE) {
            return quoted(field, from);
        }
        int end = field.fast(bytes, from, rows);
        if (end >= 0) {
            return end;
        }
        int to = bareEnd(from);
        field.set(bytes, from, to, rows);
        return to;
    }

    private int quoted(PlainField field, int from) {
        byte[] bytes = block.bytes();
        int fast = field.fast(bytes, from + 1, rows);
        if (fast >= 0 && bytes[fast] == QUOTE && bytes[fast + 1] != QUOTE) {
            return quotedEnd(from);
        }
        int end = quotedEnd(from);
        if (unquoted.length < end - from) {
            unquoted = new byte[2 * (end - from)];
        }
        int size = 0;
        for (int at = from + 1; at < end - 1; at++) {
            unquoted[size++] = bytes[at];
            if (bytes[at] == QUOTE) {
                at++;
            }
        }
        field.set(unquoted, 0, size, rows);
        return end;
    }

    /** Where a bare field ends. */
    private int bareEnd(int from) {
        byte[] bytes = block.bytes();
        int at = from;
        while (bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') {
            if (bytes[at] == QUOTE) {
                throw new NotPlainException("a quote within a bare field");
            }
            at++;
        }
        return at;
    }

    /** Behind the closing quote of a field. */
    private int quotedEnd(int from) {
        byte[] bytes = block.bytes();
        int at = from + 1;
        while (true) {
            if (at >= block.to()) {
                throw new NotPlainException("a quote that is not closed");
            }
            if (bytes[at++] == QUOTE) {
                if (bytes[at] != QUOTE) {
                    break;
                }
                at++;
            }
        }
        if (bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') {
            throw new NotPlainException("text behind a closing quote");
        }
        return at;
    }

    /** Behind the line break at a place. */
    private int lineEnd(int at) {
        byte[] bytes = block.bytes();
        if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
            returns = true;
            return at + 2;
        }
        if (bytes[at] != '\n') {
            throw new NotPlainException("a record of too many fields, or a carriage return alone");
        }
        feeds |= !block.isOpen() || at + 1 < block.to();
        return at + 1;
    }

    /** The rows as a batch, until the frame reads anew. */
    Batch batch(long first) {
        long[] positions = new long[rows];
        Arrays.setAll(positions, row -> first + row);
        Map<String, Column> made = new LinkedHashMap<>();
        columns.forEach((name, column) -> made.put(name, column.apply(rows)));
        return new Batch(rows, positions, made);
    }
}
